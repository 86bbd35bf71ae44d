/** Names that are common in the Arab world and the Maghreb, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_ARABIC: RegionNames = {
  commonGiven: `
    abdallah abdelaziz abdelhamid abdelkader abdelkrim abdellah abdelrahman abderrahim abderrahman abderrahmane
    abdulaziz abdulkarim abdullah abdulrahman abir adel adham adil afaf ahlam ahmad ahmed aisha aicha akram alaa
    amal amani amina amine amir amira amjad ammar amr anas anis anwar arwa ashraf asma asmaa atef aya ayah ayat
    ayman ayoub aziz aziza azza bader badr bahaa bashar bashir basem basma bassam bassem bilal bouchra brahim
    chadi dalal dalia dina doaa dounia driss ehab eman emad essam fadi fadia fadwa fahad fahd faisal farah fares
    farid farida faris farouk fathi fatiha fatima fatma fawzi fayez faysal feras firas fouad ghada ghassan habib
    habiba hadeel hadi hafsa haitham hajar hakim hala halima hamad hamid hamza hanaa hanan hana hani hania hasan
    hassan hassna hatem haya haytham hazem heba hiba hicham hind hisham houda houria hossam huda hussain hussam
    hussein ibtissam ibrahim idris ihab ikram ilham iman imad imane imran ines inas intisar iyad ismail israa
    issam jaafar jaber jalal jamal jamila jawad jihad jihane kamal karam karim karima kawtar khadija khaled khalid
    khalifa khalil khaoula kenza lamia lamya latifa layla leila lina loubna lubna maha mahdi maher mahmoud majed
    majid malak malika manal manar mansour maram mariam marwa marwan maryam mazen mehdi meriem meryem mohamad
    mohamed mohammad mohammed mohannad mohsen moncef mona mounir mourad moustafa muhammad muhannad muna munir
    murad musa mustafa mustapha nabil nabila nada nadia nadim nadine nael nahed nahla naima najat najib najla
    najwa naser nashwa nasreen nasser nawal nawel nidal nihal nisreen nizar noha noor noura nouf noureddine nour
    nura omar omaima omnia osama othman oussama outhmane qais qasim rabab rabie rachid rachida radwan raed rafik
    raghad rami randa rania rasha rashed rashid rawan rayan razan reda redouane reem rehab riad rim rima riyad
    ruba rula saad saadia sabah sabrine sabri sadek safaa safa safia safwan sahar said saida saif saleh salem
    salim salima salma salman salwa sameh samer sami samia samir samira sana sanaa sara sarah saud sawsan sayed
    selma shadi shahd shaima shaimaa sherif shereen sihem siham slimane soad sofiane soha soraya souad soufiane
    souhail soukaina suhail sultan sulaiman suleiman susan taha taher tahar talal tamer tareq tarek tarik taoufik
    turki wael wafa wafaa wahid waleed walid ward wassim wisam wissam yacine yahya yara yasmine yasmin yasser
    yassin yassine yazan yazid younes youssef yousef yousra yousuf youcef yunus yusra yusuf zaid zainab zakaria
    zaki zahra zayed zeina zeinab zied ziad zineb zohra zouhair zuhair`,
  given: `
    abbas abed abla adnan ahd ali alia arij aws dana deema dima ghaith hadil hend hoda jana jude lama lana lara
    lujain luna maya mai may mira nehal nihad noura rana rola rose saba seif shady talia tala yumna ziyad`,
  givenWords: `
    amal dana farah iman jana jihad karam lama malak may maya nada nile noor nour omnia rose said salem sultan`,
  family: `
    abadi abbas abbasi abboud abdallah abdelaziz abdelhadi abdelrahman abdo abdulaziz abdullah abed abi abou aboud
    abu adel adwan ahmad ahmed ajmi akkad alabdullah alali alami alanazi alawi alaoui alfarsi alghamdi alharbi
    alhashimi alhusseini almalki almansoori almutairi alomari alotaibi alqahtani alsaadi alsaleh alshehri alsayed
    alzahrani amara amari amer amin amrani anazi ansari aoun arafat asaad asad assad assaf atallah atassi atta
    attar awad awadi ayad ayari ayoub azzam azzouz badawi badran bahri bakir bakri bakkali barakat barghouti
    bashir bashara belaid belhadj belkacem benabdallah benali benamar benchekroun benhaddou benhima benjelloun
    benmoussa bennani benomar bensaid bensalah bensalem berrada bishara bitar bouazizi bouchareb boudiaf boukhari
    boulos boumediene bourguiba bouteflika bouzid boutros brahimi chaabane chahine chaoui charfi chebbi cherif
    cherkaoui chraibi dabbagh daher dahmani darwish darwich daoud dayan diab djebbar doghmi douiri ebeid elamrani
    elbaz elfassi elidrissi elmasri elsayed fadel fahmy fakhoury farah faraj fares farhat farouk fassi fawzi fayad
    filali ghali ghamdi ghanem ghannouchi gharbi ghazali ghorbel habib hachemi hachimi haddad haddadi hadi hafez
    haidar haider hajjar hajji hakim halabi hamad hamadi hamadeh hamdan hamdi hamdy hamed hamidi hammad hammadi
    hammami hamoud hamouda hamza hana hanafi hanna harb harbi hariri hashem hashemi hashimi hasnaoui hassan
    hassani hatem hijazi hilal hourani huneidi husseini hussain hussein husain ibrahim idrissi issa itani jaafari
    jabbar jaber jabri jadaan jalal jallouli jamal jarrah jawad jaziri jomaa jouini kabbani kabbaj kaddour kamal
    kamel kanaan karam karimi karoui kassab kassem kettani khadra khaled khalid khalaf khaldi khalifa khalil
    khatib khayat khelifi khoury kilani labidi lahlou lakhdar lamrani larbi maalouf madani mahdi mahfouz mahmoud
    majdalani makhlouf maliki malki mansour mansouri marzouki masri masoud matar mazouz mebarki mekki messaoudi
    mezouar mikhail mohamed mokhtar morsi mostafa mouawad moussa moussaoui mrad mubarak muhanna mustafa mutairi
    nabulsi nader nahas najjar najm nasr nasrallah nassar nasser nassif natsheh nawfal obaid obeid omar omari
    osman othman otaibi ouali ouazzani oueslati qabbani qadri qahtani qasem qasim qureshi rachidi rahal rahman
    rahmani ramadan rashed rashid rashidi refai riahi rifai rizk saad saadi saadeh saba sabbagh sabri sadek saeed
    safi sahli said saidi saleh salah salama salameh salem salhi salim salman salmi sawalha sayegh sayed sebai
    selim semaan serhan shaaban shadid shaheen shahin shami sharif shehata shehadeh shehri sherif shihab shukri
    sidawi slimani smadi soliman sroor suleiman taha taher tahiri tamimi tannous tarazi tawfik tazi thabet touati
    toumi trabelsi wahab wahba yacoub yaghi yahya yahiaoui yaqoub yazbek yassin younes yousef youssef zahran
    zahrani zaki zaidan zaidi zarrouk zayani zayed zeidan zerhouni zghal zidane zitouni zoghbi zreik`,
  familyWords: `
    amin asad bey farah hanna harb issa karam matar nasser noor saba said salem sultan`,
};
