/** Names that are common in Georgia, Armenia and Azerbaijan, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_CAUCASIAN: RegionNames = {
  commonGiven: `
    aleko anahit ani ara aram aramais araxie arayik arman armen armine arsen arshak artak artavazd artyom ashot
    astghik avag avetik avtandil azat beka besarion besik bidzina davit dato edgar eduard eka ekaterine elene
    eliso eteri gagik garegin garik gayane gegham gela gevorg ghazar giga giorgi gohar gocha grigor guram gurgen
    hakob hamlet harutyun hasmik hayk heghine hovhannes hovik hrachya hripsime ia ilia irakli inga jemal jumber
    kakha karapet karen karine ketevan khachatur khatuna khvicha koba kristine lasha lela levan lia liana lilit
    lusine luiza maia malkhaz mamuka manana mane manuk marine mariam mher merab mikheil mkrtich naira nana nane
    nanuli narek narine natela natia nato nazeli nerses nika nikoloz nino nodar norayr nugzar nona nune nvard otar
    paata pavle petros rafik ramaz razmik revaz rezo romik ruben ruzanna salome samvel sargis satenik sergo shalva
    shota shushan shushanik siranush sona sopio suren tamaz tamar tamuna taron tea teimuraz temur tengiz tigran
    tinatin tornike vaja vahan vahagn vahe vakhtang vano vardan vardges vazgen vazha vigen yervand zaal zara
    zaruhi zaven zaza zhanna zurab zviad aliya afaq aida aygun aynur arzu aytac bahruz cavid dilara elchin eldar
    elmar elnur elshan elvin emil farid fidan fuad gulnara gunay gunel habil hikmat ilgar ilham ilqar jamila javid
    kamran kanan lala leyla mehriban namig nargiz natig nigar orkhan parviz ramil ramin rashad rauf rovshan rufat
    ruslan sabina sahib samir samira sevda sevinj shahin shamil tarlan tofig tural turan ulviyya vagif vugar vusal
    yegana zaur zulfiyya`,
  given: `
    ana anna eva gia gio goga kote lika levon maka mari mary meri milena nini nutsa sandro soso tako tiko vato`,
  family: `
    abashidze abramyan adamyan aghajanyan akopyan aliyev alekperov aleksanyan ananyan andreasyan antonyan aramyan
    arakelyan arutyunyan asatryan avagyan avetisyan ayvazyan azizov babayan babayev badalyan baghdasaryan bagirov
    balayan barseghyan bagrationi beridze bolkvadze chikovani chkheidze dadashov danielyan davtyan davitashvili
    dolidze dvali eminov farajov gabrielyan galstyan gamkrelidze garibashvili gasimov gasparyan gelashvili
    gelovani georgadze gevorgyan gharibyan ghazaryan giorgadze gogoladze grigoryan guliyev gurbanov hajiyev
    hakobyan hambardzumyan harutyunyan hasanov hovhannisyan hovsepyan huseynov ibrahimov ismayilov ivanishvili
    jafarov japaridze javakhishvili kapanadze kaladze karapetyan karimov kasparov kazaryan khachatryan
    khachaturian khalilov kiknadze kobakhidze kocharyan kvaratskhelia kvirikashvili lomidze lortkipanidze
    maisuradze mamedov mammadov mammadova manukyan mardanov margvelashvili martirosyan mehdiyev melikyan meskhi
    mikaelyan mikayelyan minasyan mirzoyan mkhitaryan mkrtchyan mnatsakanyan movsisyan muradov muradyan mustafayev
    nalbandyan navasardyan nazarian nazaryan nersisyan nikolaishvili nozadze ohanyan orujov papikyan pashinyan
    petrosyan pogosyan poghosyan quliyev rahimov rasulov rzayev saakashvili sadigov safarov safaryan sahakyan
    saroyan sargsyan sarkissian sarkisyan shahinyan shengelia shevardnadze simonyan stepanyan suleymanov
    tadevosyan tagiyev tarkhnishvili terpetrosyan terteryan topuria torosyan tsereteli tsiklauri tumanyan tevzadze
    urushadze valiyev vardanyan vekilov voskanyan yeghiazaryan yusifov zakaryan zeynalov zhvania zourabichvili
    zurabishvili`,
};
