/** Names that are common in Italy and southern Switzerland. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_ITALIAN: RegionNames = {
  commonGiven: `
    achille ada adele agostino alberta aldo alessandra alessandro alessia alessio alfio alfonsina amedeo amelia
    andrea angela angelina angelo aniello anna annalisa annamaria annarita antonella antonietta antonino antonio
    arianna armando arturo assunta attilio augusto aurelio aurora barbara bartolomeo beatrice benedetta benedetto
    beniamino bernardo biagio bianca bruno calogero camilla carla carlo carlotta carmela carmelo carmine carolina
    caterina cecilia cesare chiara cinzia ciro claudia claudio concetta corrado cosimo costantino cristian
    cristiano cristina damiano daniela daniele dario davide debora diego domenica domenico donatella donato
    edoardo elena eleonora elisa elisabetta emanuela emanuele emilia emiliano emilio emma enrica enrico enzo erica
    ermanno ernesto ester ettore eugenia eugenio fabiana fabio fabiola fabrizia fabrizio fausta fausto federica
    federico felice ferdinando fernanda ferruccio filippa filippo filomena fiorella fiorenza flavia flavio franca
    francesca francesco franco fulvio gabriele gabriella gaetana gaetano gaia gaspare gennaro gerardo germano
    giacinta giacomo gianfranco giancarlo gianluca gianluigi gianmarco gianni gianpaolo gilda gina gino gioele
    gioia giordano giorgia giorgio giovanna giovanni giuditta giulia giuliana giuliano giulio giuseppa giuseppe
    giuseppina giusy graziano graziella greta guglielmo guido ida ignazio ilaria immacolata irene isabella italo
    ivana ivano jacopo katia lara laura lavinia lea leonardo letizia lidia liliana lina livia livio loredana
    lorena lorenzo loris luca lucia luciana luciano lucio lucrezia ludovica ludovico luigi luigia luigina luisa
    maddalena mafalda manlio manuela marcella marcello marco margherita maria mariangela marianna mariano mariella
    marilena marina mario marisa marta martina massimiliano massimo matilde matteo mattia maura maurizio mauro
    melissa michela michelangelo michele mirella miriam mirko moreno monica nadia natale natalia nello nicola
    nicoletta nicolo noemi nunzia nunzio olga omar orazio oreste oriana ornella osvaldo ottavia ottavio palmira
    paola paolo pasquale pasqualina patrizia patrizio piera pierangelo piergiorgio pierluigi piero pierpaolo
    pietro pina primo raffaela raffaele raffaella raimondo remo renata renato riccardo rinaldo rino rita roberta
    roberto rocco rodolfo romano romina romolo rosalba rosalia rosanna rosaria rosario rosetta rosina rossana
    rossella ruggero sabrina salvatore samuele sandra sandro santina santo sara saverio sebastiano serena sergio
    silvana silvano silvia silvio simona simone sofia sonia stefania stefano susanna tania teresa tiziana tiziano
    tommaso tullio ugo umberto valentina valentino valeria valerio vanessa vera veronica vincenza vincenzo viola
    virginia virginio vito vittoria vittorio viviana walter`,
  given: `
    alba ambra asia azzurra dino elio elsa fabia gigi ginevra ivo lello lia lino lisa luana mimmo mina nando nico
    nino nives noa otello pia pino pio rosa rosy tina tino titti tonino`,
  givenWords: `
    alba aurora bianca celeste dora gemma gioia italia italo libero luna mare marina natale pace primo prima
    romano rosa sabato santo serena stella vera viola vittoria`,
  family: `
    abate agostini albanese alfano amato amoroso andreotti angeli angelini anselmi antonelli antonini arena
    arrigoni aiello bagnoli baldi baldini balestra balestri barbero barbieri barone baroni bartoli bartolini
    basile basso battaglia battista bellini belli bello benedetti benetti beretta bernardi bernardini bernasconi
    berti bertini bertolini bertoni bettini bianchi bianchini bianco biondi bonanno bonetti bonfanti boni bonomi
    borghi bosco brambilla brambati bruni bruno bucci calabrese calabro caccia caputo carbone cardinale caruso
    casadei casagrande castelli catalano cattaneo cavalli cavallaro cavallo ceccarelli cecchini cerruti cesari
    cipriani citro clementi coletti colombo conti coppola corradi corsi corsini costa costantini costantino
    costanzo cozzi cristiani cuomo damico dagostino dalessandro dangelo davanzo deangelis delpiero deluca demarco
    derosa desantis devito diana dibenedetto digiovanni dinardo donati donofrio esposito fabbri fabiani falcone
    fantini farina favaro fazio ferrante ferrara ferrari ferrarini ferraro ferretti ferri ferro filippi fiore
    fiorentino fiorini floris fontana fontanelli forlani formica fornasari forte franceschi franceschini franchi
    franco frigerio fumagalli fusco galasso galli gallo gambino garofalo gasparini gatti gatto gennari gentile
    gentili ghezzi giacobbe giannini giglio giordani giordano giorgetti giorgi giuliani giusti giuffrida gori
    grassi grasso greco grimaldi gritti grossi guarino guerra guerrini guida guidi iacono ianni innocenti leone
    leoni leonardi lombardi lombardo longhi longo lorenzi lorusso lucchesi lucchini luciani magnani maggio maggi
    mancini mancuso manfredi mantovani manzo marangoni marchese marchesi marchetti marconi marchi mariani mariano
    marini marino martelli martinelli martini martino marra masi massa mattei mauri mauro mazza mazzini mazzoni
    mele melis meloni merlo messina meucci micheli milani minelli molinari monaco monari mondini monti montanari
    monteverdi morabito morandi morelli moretti mori moro morosini mosca murgia muro napoli napolitano nardi
    natali negri neri nicolini nicoletti nobili olivieri orlandi orlando orsini ottaviani pace pagani pagano
    palermo palladino palma palmieri palumbo pane panzeri parisi pasquali pasquini pastore pavan pellegrini
    pellegrino pepe perini perrone perrotta persico pesce petrucci piazza piccoli piras pini pinna piva poggi
    poletti poli pozzi proietti pugliese quaranta raimondi renzi ricci ricciardi riccio righi rinaldi riva rizzi
    rizzo rocca rocchi romagnoli romano romeo ronchi rosati rosselli rosetti rossetti rossi rossini rosso rota
    ruggeri ruggiero russo sabatini sacchi sala salerno salvatori salvi sanfilippo sanna santangelo santi santini
    santoro sartori sarti savini scala scalise scarpa schiavone sciacca scotti sella serafini serra silvestri
    silvestre simonetti sorrentino spagnolo spina spinelli stella stefani tarantino tedesco terranova testa
    tognazzi tommasi toscani toscano tosi tosto trevisan trevisani tonelli turati urbani vaccaro valente valenti
    valentini valle vannini venier ventura venturi verdi vezzoli viale vianello vicentini vigano villa villani
    vinci viola visconti vitale vitali vitiello viviani volpe volpi zago zambelli zamboni zanella zanetti zanini
    zanotti zappa zecca zoppi zorzi zuccaro`,
  familyWords: `
    abate arena aria barone basso battaglia bello bosco caccia campo capo cardinale carta casa cavallo conte costa
    dolce fabbri farina ferro fiore fonte forte franco gallo gatto guerra guida leone longo marche massa mele
    mosca natale neri pace palma pane papa parma pasta pepe pesce piazza pino ponte porta prato riva rocca rosa
    rosso sala sale sarti scala serra sole stella testa torre valle verde villa vinci viola vita volpe`,
};
