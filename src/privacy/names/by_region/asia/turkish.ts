/** Names that are common in Turkey. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_TURKISH: RegionNames = {
  commonGiven: `
    abdullah adem adnan ahmet alev ali alper altan anil arda arzu asli asuman atakan ayfer aygul ayhan ayla aylin
    aynur ayse aysegul aysel aysun ayten aziz bahar banu baran baris basak battal bayram bekir belgin bengu berat
    beren berk berkay berna betul beyza bilge birol bugra bulent burak burcin burcu busra cafer cagatay cagla
    cagri can canan caner cansu celal cem cemal cemil cemile cengiz cenk ceren cevdet ceyda cihan cigdem davut
    defne deniz derya dilara dilek dogan dogukan dursun duygu ebru ece ecem ela elif emel emin emine emirhan emrah
    emre ender engin enis ercan erdal erdem erdinc erdogan eren ergun erhan erkan erol ersin ersoy ertan ertugrul
    esin esma esra evren eyup ezgi fadime fahri faruk fatih fatma fehmi ferdi ferhat feride feridun ferit fethi
    feyza figen fikret filiz firat fuat fulya funda furkan galip gamze gizem gokce gokcen gokhan gokmen gonul
    gorkem gulay gulben gulcan guler gulhan gulizar gullu gulnur gulsah gulsen gulsum gulten gunay gurkan gursel
    guven hacer hakan hakki haldun hale halil halime haluk hamdi hamza handan hande harun hasan hasibe hatice
    havva haydar hayriye hazal hikmet hulya huseyin husnu ibrahim idil idris ihsan ilhan ilkay ilker ilknur ilyas
    inci ipek irem irfan isa ismail ismet izzet kaan kadir kadriye kamil kazim kemal kenan kerem kerim koray
    korkut kubilay kubra kursat leman levent leyla lokman lutfi mahmut makbule mehmet mehtap melahat melek melike
    melis meltem mert merve meryem mesut mete metehan metin mevlut mine muammer muhammet muharrem muhittin mujde
    mukaddes murat musa mustafa mutlu muzaffer naci nalan namik nazan nazim nazli necati necdet necla necmi nermin
    neslihan nesrin nevin nevzat nezihe nihal nihan nihat nil nilay nilgun nilufer nurcan nurettin nurgul nurhan
    nuri nuriye nursel nurten oguz oguzhan okan oktay olcay onder onur orhan osman ozan ozcan ozden ozge ozgur
    ozlem ozkan pelin perihan pinar polat rabia ramazan rasim recep refik remzi resul reyhan ridvan riza rukiye
    saadet sabahat sabri sadik sahin sakir salih salim sami saniye sarp savas seda sedat sefa selahattin selcuk
    selda selim selin selma semih semra sena senem serap seray sercan serdar serhat serkan serpil sertac servet
    sevcan sevda sevgi sevil sevim sevinc seyhan seyfi sezen sezer sezgin sibel sila simge sinan sinem soner
    songul suat sukran sukru suleyman sultan sumeyye suna suzan sadan safak sahika sebnem sener senol sennur
    serife sevket seyma sukriye taha tahir talat taner tansel tarik tarkan tayfun tayyip temel teoman tevfik tolga
    tolunay tugba tugce tulay tulin tuncay tuncer turan turgay turgut turkan tufan ufuk ugur ulas ulku umit umut
    umran ural utku ummuhan vedat veli veysel volkan vural yakup yalcin yasar yasemin yasin yavuz yelda yeliz
    yener yesim yetkin yigit yildiray yildirim yildiz yilmaz yonca yucel yuksel yunus yurdagul yusuf zafer zehra
    zekeriya zeki zeliha zerrin zeynep ziya zubeyde zuhal zulfiye`,
  given: `
    alp ata ayca ayda cem efe ege enes esat gul ilgin kaya lale naz nur oya pelin poyraz ruya selen su tan tuna
    ulku yaren yagmur`,
  givenWords: `
    alp bahar can deniz derya gul lale melek sultan tuna umut zafer yildiz sahin polat`,
  family: `
    acar ada adiguzel akar akbas akbulut akca akcay akdag akdeniz akdogan akgul akgun akin akkaya akkus akman
    akpinar aksoy aksu aktas akturk akyol akyuz albayrak alkan alp alptekin altan altay altin altinok altintas
    altun altuntas arikan ari arslan arslantas aslan atac atalay atar ates atay atasoy avci ay aydemir aydin
    aydogan aygun aytac ayaz babacan bal balci baran bas basar baskan bayar baydar bayram bayrak bayraktar baysal
    bektas berber beyaz bilgic bilgin bilir bingol birinci bolat boz bozkurt bozdag budak bulut bulbul buyuk cakir
    cakmak can canpolat cebeci celebi celik cetin cetinkaya cevik ceylan cicek cift ciftci cinar coban colak
    coskun dag dalkilic demir demirbas demirci demirel demirkan demirtas demirturk deniz dere dilek dincer dogan
    doganay dogru duman durak duran durmaz durmus dursun efe ekinci ekici ekmekci elmas erbas ercan erdem erdogan
    eren ergin ergun ergul erkan erkek erol eroglu ersoy ersoz ertas ertekin ertugrul esen eser genc gedik gok
    gokalp gokce gokdemir gokmen goktas gul gulec guler gultekin gumus gun gunay gunaydin gundogdu gunduz gunes
    gungor gur gurbuz gurel gursoy guven guzel han ince inan ipek isik islek kahraman kahya kalkan kandemir kaplan
    kar kara karaaslan karabulut karaca karadag karadeniz karagoz karahan karakas karakaya karakoc karakus karaman
    karatas karatay kartal kavak kaya kayacan kaygusuz kaymak kaynak kayhan kazan keles kemal keskin kilic kilinc
    kirac kiran kirmizi kisa koc kocak kocaman kocabas kok koksal konuk korkmaz koroglu kose kucuk kulac kurt
    kurtulus kuru kutlu kuzu kuscu mercan mert metin mutlu oguz okay okumus olmez onal onder oral oruc oz ozalp
    ozaydin ozbay ozbek ozcan ozcelik ozdemir ozden ozdogan ozel ozen ozer ozgun ozgur ozkan ozkaya ozkul ozmen
    ozsoy oztas oztekin ozturk ozyurt pala parlak pehlivan peker pekcan polat sahin sari sarikaya savas saglam
    sancak sen sener senol sert sevinc sezer sezgin simsek sonmez soydan soylu soysal sozen tan tanriverdi tas
    tasci tasdemir tekin tekeli temel temiz terzi tez tok tokgoz topal topcu toprak tosun tuna tuncer tunc turan
    turgut turk turkmen turkoglu ucar uckun ugur uluc ulusoy ulu ulutas unal unlu unver uslu ustun usta uyanik
    uysal uzun uzuner vural yalcin yalcinkaya yaman yanik yasar yavas yavuz yaz yener yesil yesilyurt yigit yilmaz
    yildirim yildiz yolcu yorulmaz yucel yuce yuksel yurt zengin zeybek zorlu`,
  familyWords: `
    ada ari ates ay bal bas bey can dag deniz han kar kok kurt pala sari sen son tan tas tok turk yaz yol`,
};
