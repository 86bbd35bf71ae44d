/** Names that are common in Iran, Afghanistan and the Kurds, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_IRANIAN: RegionNames = {
  commonGiven: `
    abbas abolfazl afshin ahmad akbar alireza amin amir amirali amirhossein anahita arash ardalan ardeshir arezoo
    arian arman armin arya aryan ashkan atefeh azadeh azar azin babak bahar bahareh bahman bahram behnam behnaz
    behrouz behzad bijan dariush darya davood delaram ebrahim ehsan elaheh elham elnaz erfan esmail farahnaz
    farhad fariba faride farideh farnaz faramarz farrokh farshad farshid farzad farzaneh fatemeh fereshteh
    fereydoun firouzeh forough ghazal golnaz golnar habib haleh hamed hamid hamidreza hassan hedieh homa homayoun
    hooman hossein houshang iman iraj javad jamshid kamran katayoun kaveh kazem keyvan khadijeh khosrow kianoush
    kourosh ladan laleh leila mahan mahbubeh mahdi mahin mahmood mahnaz mahsa mahshid mahyar majid maliheh mandana
    mani mansoureh marjan maryam marzieh masoud masoumeh mehdi mehran mehrdad mehrnaz mehrnoosh mina mitra
    mohammadreza mohsen mojgan mojtaba monir morteza mostafa nader nahid narges nasim nasrin nastaran navid
    nazanin negar negin niloofar niloufar nima niyaz noushin omid parisa parastoo parham parvaneh parvin parviz
    payam pedram pegah peyman pouria pouya rahim ramin ramtin reyhaneh reza roksana roozbeh roya ruhollah sadegh
    saeed saeedeh saghar sahar saman samaneh samira sanaz sara sareh sasan sepehr sepideh setareh shabnam shadi
    shahab shahin shahla shahram shahrokh shahriar shahrzad shaghayegh shapour sheida shervin shima shirin shiva
    shohreh siamak sima sina siavash soheil soheila soraya soroush sussan tahereh taraneh touraj vahid yasaman
    yashar zahra zeinab zhaleh zohreh azad baran dilan rojin berivan shilan ahmadullah najibullah hamidullah
    zabihullah`,
  given: `
    ali ava dara ida kia kian mana mani nika roza sam soha tara tina yalda`,
  family: `
    abbasi abdi abedi abedini afshar aghaei ahadi ahmadi ahmadian ahmadinejad ahmadzai akbari alavi alimohammadi
    alipour alizadeh amini amiri ansari arabi asadi asghari ashrafi azadi azizi bagheri bahrami bakhtiari barzani
    behbahani behzadi dadashi daneshvar darvish davari dehghan ebadi ebrahimi emami eskandari esfahani eslami
    etemadi fallah farahani fard farhadi farhangi farrokhzad fathi fazeli ganji ghaderi ghaffari ghanbari ghasemi
    gholami ghorbani golshan golzar habibi haghighi hajizadeh hakimi hamidi hashemi hassani heidari heydari
    hosseini hosseinzadeh irani jafari jahangiri jalali jalili jamshidi javadi kamali karami karimi karimzadeh
    karzai kashani kazemi keshavarz khalili khamenei khani khatami khodadadi khosravi kiani kiarostami lotfi
    mahdavi mahmoudi majidi maleki mansouri masoudi mazaheri mehrabi mirzaei moghaddam mohammadi mohammadzadeh
    mohseni mokhtari moosavi moradi mortazavi mostafavi mousavi nabavi naderi nafisi najafi naseri nazari nejad
    niazi nikbakht nikpour noori norouzi nouri omidi pahlavi panahi parsa pourmohammadi pouya rafiei rahimi
    rahmani rajabi rajaei ramezani ranjbar rashidi rasouli razavi rezaei rezai rezaee rostami rouhani sabeti
    sadeghi sadr saeedi safari safavi saffari sajadi salehi samadi sanei sarabi sattari shafiei shahbazi shahidi
    shakeri shariati sharifi shirazi shojaei soleimani soltani taghavi taheri talebi tavakoli tehrani teymouri
    torabi vahidi vaziri yazdani yazdi yousefi zamani zand zarei zarif ziaei stanikzai yusufzai wardak hotak
    durrani`,
  familyWords: `
    fard irani pouya tehrani zand`,
};
