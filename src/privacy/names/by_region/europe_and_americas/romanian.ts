/** Names that are common in Romania and Moldova. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_ROMANIAN: RegionNames = {
  commonGiven: `
    adela adrian adriana alexandra alexandru alin alina ana anca andra andreea andrei anghel anton aurel aurelia
    aurelian bianca bogdan calin camelia carmen catalin catalina catrinel cezar claudiu codrin codruta constanta
    constantin corina corneliu cornel cosmin cosmina costel costin costica cristi cristian cristina crina dacian
    dan daniela danut delia denisa diana dinu doina dorel dorin dorina dragos dumitra dumitru elena emanuel
    emilian eugen eugenia felicia florica floarea florentina florin florina gabriela george georgeta georgiana
    gheorghe gheorghita gicu grigore horatiu horia iacob ilinca ileana ilie ioana ion ionela ionel ionut irina
    iulia iulian iuliana iuliu larisa laurentiu lavinia leontin liliana liviu loredana lucian lucia luminita
    madalina magdalena manuela marcel marian mariana maricica marilena marin marius mihaela mihai mihail mihnea
    mircea mirela mihaita monica natalia nelu nicoleta nicolae nicusor octavian oana olimpia ovidiu paraschiva
    petre petrica petru petronela pompiliu rodica radu raluca ramona razvan remus roxana ruxandra sabina sanda
    sergiu silvia silviu simona sorin sorina stefan stelian steliana stefania teodor teodora tiberiu traian tudor
    valentin valeriu vasile vasilica veaceslav veronica viorel viorica virgil virginia vlad vladut zamfir`,
  given: `
    aura dana flavius gelu iancu ioan ica lia luca mara marcela miron mitica nelu nicu nuta paul pavel sandu
    saveta toma vali voicu zina`,
  family: `
    achim albu aldea anghel antal apostol ardelean avram babes balan balaban banica barbu bejan bejenaru bivol
    blaga boboc bogdan bota bratu bucur burlacu cazacu cernat chelaru chirila chiriac chivu ciobanu ciobotaru
    ciocan ciolan cojocaru coman condurache constantin cosma costache costea cozma craciun cretu crisan croitoru
    dan danila danciu deaconu diaconu dima dinca dinu dobre dragan draghici dragomir dragnea duca dumbrava
    dumitrache dumitru enache ene filip filimon florea gavrila gheorghe gherman ghita grecu grigore grosu hagi
    hanganu iacob iancu ignat ilie ion iordache iorga iosif irimia istrate ivan ivascu lazar luca lungu lupu
    macovei manea manole mardare marin marinescu mazilu micu mihai mihaila mihalache milea militaru mitrea mocanu
    moise moldovan moldoveanu moraru morar munteanu muntean muresan musat mutu nagy neacsu neagu neculai nedelcu
    negoita negru nica nicolae nistor nita oancea olaru olteanu oprea pana pascu patrascu pavel petcu petre petrea
    pintea pirvu plesca plesu pop popa popovici preda puiu radu rata roman rosca rotaru rus rusu sandu savin savu
    sarbu serban sima simion sirbu soare staicu stan stanciu stancu stefan stoian stoica suciu szabo tanase tataru
    toader toma trandafir trifan trif tudor tudose turcanu ursu ungureanu vacaru vaida varga vasile vieru vlad
    vladu voicu voinea vulpe zaharia zamfir`,
  familyWords: `
    albu ban blaga bot duca frunza ion lupu mare micu negru pop rata roman rosu stan soare`,
};
