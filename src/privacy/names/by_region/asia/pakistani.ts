/** Names that are common in Pakistan and Bangladesh. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_PAKISTANI: RegionNames = {
  commonGiven: `
    aamir aaliya abdul abid abida adeel adil adnan afzal ahsan aftab aijaz akbar akhtar ali aleena amber ameer
    amjad amna anila anum anwar aqsa areeba arif arooj arshad arslan asad asghar asif asim atif atiqa ayaz ayesha
    azhar azra babar basit bilal bushra danish dilawar ehsan faheem fahad faiz faiza faizan farhan farhana faris
    farrukh farzana fawad fazal fiza ghulam habib hadia hafeez hafiz haider haleema hamad hamid hamza hania haris
    haroon hassan hina humaira humayun husnain iffat ijaz imran inayat iqbal iqra irfan irum ishtiaq javed javeria
    junaid kamran kanwal kashif kausar khadija khalid khalida khurram kiran kinza komal kulsoom laiba liaqat
    madiha maham mahira mahnoor majid maleeha maria mariam maryam masood mehwish misbah mubashir mudassar muhammad
    munir muneeb murtaza nabeel nabila nadeem nadia naeem naila najam naseem naseer nasir nasreen naveed nazia
    nighat nimra noman noreen nosheen nousheen obaid omair omer parveen qadir qaiser qasim rabia rafiq raheel
    rahila rashid rashida razia rehan rehana rehman riaz riffat rizwan rubina rukhsana saad saadia sabeen sabir
    sabiha sadaf sadia saeed saima saira sajid sajida sajjad salma salman samina sana sania saqib sarfraz shabana
    shabbir shafiq shagufta shahbaz shahid shahida shahnaz shahzad shaista shakeel shakil shamim shazia sheraz
    shoaib shumaila sidra sobia sohail sumaira sundas syed tabassum tahir tahira talha tanveer tariq tasneem
    tayyab touseef umair umar umer urooj usama usman uzair uzma wahab wajid waqar waqas waseem yasir yasmeen
    younas zafar zaheer zahid zahida zain zainab zara zeeshan zoya zubair zubaida zulfiqar abul afroza anisur
    arifur ashraful aminul anisul bilkis fahmida ferdousi firoz habibur hasina hosne jahanara jahangir kamrul
    khaleda lutfur mahbub mahfuz mahmuda mamun masud mizanur moinul monirul mosharraf motiur mujibur mushfiqur
    nasrin nazmul nurul rafiqul rahima rezaul rokeya ruksana sabbir saiful sakib sayeda selina shafiqul shahana
    shakib shamsul sharmin shirin sumaiya sultana syeda tahmina tamanna tamim taslima tanjina zahir zakir ziaur`,
  given: `
    aiman alina anam dania faria gul hira mina momin naz nida noor rida saba sheikh urwa zeba`,
  family: `
    abbasi afridi ahmad ahmed ahsan akbar akhtar akram akter alam ali amin anjum ansari anwar arif arshad asghar
    ashraf aslam awan azam aziz babar baig bajwa baloch bangash bano basit begum bhatti bhutto bibi bokhari
    bukhari butt chaudhary chaudhry cheema chishti chowdhury dar durrani farooq farooqi farooqui faruque fatima
    ghaffar ghani gilani gondal habib haider hamid haque hashmi hasan hashem hassan hayat hossain huda hussain
    iftikhar imam imtiaz iqbal irfan islam ismail jabbar jafri jahan jamil janjua javed jilani junejo kabir kakar
    kamal karim kayani kazi kazmi khalid khalil khan khanam khatun khattak khatoon khokhar khurshid latif leghari
    lodhi mahmood mahmud malik manzoor marri masood mehmood memon mengal mian miah minhas mirza mollah mondal
    mughal mukhtar munir mustafa nadeem naeem naqvi naseer nasir nawaz naz nazir niazi noor noon nadvi osmani
    parveen pervez pirzada qadir qadri qasim qazi qureshi rafiq rahim rahman raja rana rashid rasheed rauf raza
    razzaq rehman riaz rizvi saeed sajid saleem salahuddin sami sardar sarwar satti sattar shafi shah shahid
    shahzad shaikh sharif sheikh siddiqi siddique siddiqui sikder soomro sultan sultana syed tabassum talukder
    tanvir tarar tariq usmani waheed wahid warraich wattoo yasin yasmin yousaf yousafzai yusuf zafar zaidi zaman
    zardari zia zubair`,
  familyWords: `
    bibi dar imam islam kabir noon noor raja rana sami`,
};
