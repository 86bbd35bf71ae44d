/** Names that are common in Kazakhstan, Uzbekistan, Kyrgyzstan, Tajikistan, Turkmenistan and Mongolia, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_CENTRAL_ASIAN: RegionNames = {
  commonGiven: `
    abai abay abdulla adilet aibek aidana aigerim aigul ainur aisulu aizada akmaral akylbek alibek alisher almas
    almaz altynai amangul aman anara anvar arman arsen asan asel askar askhat assel aybek ayan aygul azamat azat
    azim azizbek bakhtiyor bakyt bakytbek bakhrom baurzhan begimai beksultan bekzat bolat botir chyngyz damir dana
    daniyar dastan daulet davron dilfuza dilnoza dilshod dilorom dinara doniyor elmira erbol erlan ermek farkhod
    feruza firdavs galym gaukhar gulbahor gulmira gulnara gulnoza guljan guzal ilyas islom jahongir jamshid
    jakhongir jasur jamila jyldyz kairat kamila kanat kanykei karim karlygash khurshid komil kuanysh kubanychbek
    lola madina maksat malika manas mansur marat maral maksuda meerim mirlan mirzo murat nargiza nazgul nigora
    nilufar nodir nurbek nurbolat nurgul nurlan nursultan nurzhan ormon otabek oybek ozoda parviz qodir ravshan
    rustam rustem sabina saltanat samat sanjar sanzhar sardor saule saodat serik sherzod shakhnoza shavkat
    shokhrukh shukhrat sitora sukhrob talgat timur tolkun tursun ulugbek ulan umida yerbol yerlan yerzhan zafar
    zarina zebo zhanar zhanat zhandos zhanna zhibek zuhra zulfiya batbayar bayarmaa bolormaa enkhjargal enkhtuya
    ganbold ganzorig munkhbat oyunaa otgonbayar sarangerel tuya`,
  family: `
    abdikadyrov abdrakhmanov abdullaev abdykadyrov abdurakhmonov abenov akhmedov akhmetov aitmatov aitbaev alimov
    aliev amanov asanov ashirov atabaev azimov baimukhametov baisalov bakiev bektemirov bekmambetov berdimuhamedow
    bolotov dzhaksybekov dzhumabaev ergashev ermekov esenov ganiev ibragimov imanov isakov iskakov ismailov
    ismoilov japarov jeenbekov juraev kadyrov kairatov karimov karimova kasymov kenzhebekov khaitov khakimov
    khamidov khasanov kuanyshev kulov kurbanov mahmudov makhmudov mamytov masimov matkarimov mirziyoyev mukhamedov
    mukhametov mukanov musaev mustafin nabiev nazarbayev nazarov niyazov normatov nurmagambetov nurpeisov olimov
    omarov omurbekov orozbekov otunbayeva rahmon rahmonov rakhimov rakhmonov rasulov rustamov sabirov sadykov
    saidov salimov sapargaliyev satpayev serikbayev sharipov suleimenov sultanov suyunbaev tashkenbaev tokayev
    tokhtarov toktogulov tulegenov tursunov umarov usmanov usmonov utemuratov yakubov yessenov yuldashev yusupov
    zhakypov zhaparov zhumagulov zhumabayev zokirov`,
};
