/** Names that are common in Nigeria and Ghana. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_WEST_AFRICAN: RegionNames = {
  commonGiven: `
    abayomi abena abike abimbola abiodun abiola abisola ada adaeze adanna adaobi adebola adebayo adebisi adedayo
    adedeji adekunle adeola adenike aderonke adesola adetokunbo adewale adwoa afia afua ahmadu aisha ajoke akin
    akintunde akosua akua akwasi ama amadi amaka amarachi aminu anuoluwapo aminat ayodele ayomide ayokunle
    azubuike babajide babatunde balarabe bamidele binta bolanle bolaji bukola busayo chiamaka chibuike chibuzo
    chidera chidi chidiebere chidinma chidozie chigozie chika chikaodi chikezie chima chinaza chinedu chinelo
    chinenye chinonso chinwe chinyere chioma chisom chizoba chukwudi chukwuebuka chukwuemeka chukwuma damilola
    dayo ebele ebere ebuka efua ejike ekene ekow emeka emenike enyinnaya esi eze ezinne fatai feyisayo folake
    folasade folashade folorunsho funke funmi funmilayo garba gbenga habiba hadiza halima hauwa ifeanyi ifechukwu
    ifeoma ifunanya ikechukwu ikenna isioma iyabo jide jumoke kayode kehinde kelechi kemi khadijat kofi kojo
    kolawole kunle kwabena kwadwo kwaku kwame kwasi kweku kwesi lamidi lekan maame mfon modupe mobolaji monisola
    muhammadu murtala musa mustapha naa ngozi nii nkechi nkem nkiruka nnamdi nneka nneoma nnenna nonso nwabueze
    nwakaego obafemi obinna obioma ogechi ogonna olabisi oladele olamide olanrewaju olawale olayinka olufemi
    olufunke olufunmilayo olukayode olumide olusegun olusola oluwadamilare oluwafemi oluwakemi oluwaseun oluwaseyi
    oluwatobi oluwatoyin olumuyiwa onyeka onyinye opeyemi osagie osas osei oyelola rasheed rotimi sade sadiq sani
    segun sekinat seun seyi shehu shola simisola sikiru simbiat sola somto sunday taiwo tayo temitope titilayo
    tobi tobenna tochukwu tolu tolulope tope toyin tunde uche uchenna ugochi ugochukwu ugonna umar usman uzoma
    uzoamaka yaa yakubu yaw yejide yemi yetunde yewande zainab zubairu kwamina nana paa ewurabena akwele nhyira`,
  given: `
    abu ade ayo bisi bola bose dele dupe efe femi idris isa jibril kola lara lola nkem ola simi tola wale yinka`,
  givenWords: `
    blessing comfort favour friday gift godwin goodluck grace happiness innocent joy love mercy miracle monday
    patience peace precious princess promise prosper queen sunday success testimony wisdom`,
  family: `
    abacha abdulkadir abdullahi abiodun abiola abubakar achebe acheampong addo adebayo adedeji adegoke adekunle
    adeleke adeola adeniran adeniyi adepoju adesanya adesina adeyemi adeyemo adichie adjei adomako afolabi
    afolayan agbaje agu agyei agyeman agyemang ahmadu aidoo ajayi akande akintola akinyemi akpan akufo akuffo
    alabi aliyu amadi amankwah ameyaw amoah amoako ampofo anderson aniagolu ankrah annan anokye ansah anyanwu
    appiah arthur asamoah asante asare asiedu asiegbu attah awolowo ayodele azikiwe babangida badmus baidoo bako
    bakare balogun bamgbose bankole bassey bello boakye boadi boadu boamah boateng bonsu buhari busia chukwu
    chukwuma coker danjuma danquah danso dangote dankwa darko dike donkor duah ebong effiong egwu ekong ekwueme
    eke ekpo emecheta enahoro essien etim eze ezekwesili eziokwu falana fashola fawehinmi fayemi frimpong gowon
    gyan gyasi ibe ibrahim idowu igwe ikejiani iwobi iweala jibril jonathan kanu kuffour kufuor kuti kwarteng
    lamptey lawal mensah mahama mbah mbakwe mohammed musa ndukwe nkrumah nnaji nnamani nwachukwu nwankwo nwosu
    nwafor nwokolo obasanjo obaseki obeng obi obinna ochieng odinga odukoya odumegwu oduya ofori ofosu ogbonna
    ogundipe ogunleye ogunbanjo ojo ojukwu okafor okeke okereke okocha okon okonkwo okoro okorie okoye okpara okri
    oladipo olajide olawale olaniyan olatunji olayinka olorunfemi oluwole omotola onuoha onyango onyeama onyekachi
    onwuachi opoku oppong orji osei osinbajo osho osuji otieno owusu oyelaran oyebode oyedepo quartey quaye
    rawlings saraki sarpong sarkodie sanusi shagari shehu soyinka suleiman tetteh tinubu twum uba ubah uche udeh
    udo ugwu ume umeh umar usman uzor uzoma yakubu yeboah yusuf`,
  familyWords: `
    eke`,
};
