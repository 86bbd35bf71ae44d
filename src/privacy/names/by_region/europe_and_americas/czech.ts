/** Names that are common in Czechia and Slovakia. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_CZECH: RegionNames = {
  commonGiven: `
    adela alena alois alzbeta andrej anezka anna antonin barbora blanka blazena bohumil bohuslav bozena branislav
    bretislav cestmir dagmar dana danica denisa dominik drahomira dusan eliska emilie frantisek frantiska gabriela
    hana hedvika helena igor ilona irena iveta ivana jakub jan jana jarmila jaromir jaroslav jaroslava jindrich
    jindriska jirina jiri jitka jolana josef juraj karel karolina katarina katerina klara kristina kristyna kveta
    kvetoslava ladislav lenka libor libuse lubomir lubos ludek ludmila lukas magdalena marcel marek margita marian
    marketa martina matej michaela michal milan milena miloslav milos milada miriam miroslav miroslava monika
    nikola oldrich olga ondrej otakar patrik pavel pavla pavlina petr petra premysl radek radim radka radomir
    radoslav renata roman rostislav rudolf ruzena samuel silvia simona slavomir stanislav stanislava stepan
    svatopluk sarka stefan tereza tomas vaclav vendula veronika viera vilem viliam viktor vit vladimir vladimira
    vlasta vlastimil vojtech vratislav zbynek zdenek zdenka zdena zuzana zuzanna`,
  given: `
    ales beata bedrich dalibor edita emil eva filip gustav hynek ivan ivo jozef jozo julius kamil kamila lucia
    lucie marta matus misa oto peter rado simon vera zora zita zlatica`,
  family: `
    adamec adamek adamova bartak bartos bartosova benes benesova beran blaha blazek bures cermak cermakova cerny
    cerna cervenka chalupa cihak cizek dolezal dolezalova dostal dostalova drozd dudek duris dvorak dvorakova
    fiala fialova fort fousek hajek hajkova hanak havel havelka havlicek havlik havlova hlavac hlavacek holub
    horak horakova horvathova hora hruby hruska hrabal hudak hudec jelinek jelinkova janda janosik janousek jaros
    jezek jirasek jurik kadlec kalina kamenik kolar kolarova konecny konecna kopecky kopecka korinek kosar kostka
    koubek koukal koutny kovac kovacova kovar kovarik kral kralova kratochvil kratochvilova krejci kriz krizek
    krizova kubat kubik kucera kucerova kuba kucharik kvapil lacko ledvina liska lukac machacek macek mach mala
    maly malek marek marecek maresova mares martinek masek matejka matousek matula mikulas mikus mlynar moravec
    moravcova moravek mraz musil musilova nagyova navratil navratilova nemec nemcova nemecek nedved novak novakova
    novotna novotny ondracek oravec palenik patek pavlik pavlu pavlicek pavlov pechacek pelikan pesek pesta petrak
    pokorna pokorny polak polakova popela pospisil pospisilova prochazka prochazkova ptacek rehak richtar riha
    ruzicka ruzickova rusnak safarik sedlacek sedlackova sedlak schwarzova simek simunek simko skala skalicky
    slaby sladek slezak slovak smetana smid sobotka soukup soukupova spacek stanek stastny stepanek straka sulc
    svec svecova svoboda svobodova sykora sykorova simecek sindelar stefanik takac tichy toman tomasek toth
    tothova travnicek turek urban urbanek vacek vaculik vanek vanecek vasek vavra vesela vesely vitek vlcek vlk
    vondra vondracek vorisek vrana zahradnik zeleny zelenka zeman zemanova zidek zima zoubek`,
  familyWords: `
    beran chalupa havel hora host kalina kolar kral liska mach mala mraz pan pokorny skala smetana straka urban
    vlk zima`,
};
