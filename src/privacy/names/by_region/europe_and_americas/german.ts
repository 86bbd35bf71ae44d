/** Names that are common in Germany, Austria and Switzerland. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_GERMAN: RegionNames = {
  commonGiven: `
    achim adelheid adolf albrecht alexandra alfons alfred almut alois amelie anabel andreas angelika anika anja
    anke annalena anneliese annemarie annette annika ansgar anton antje arndt arne arno august axel babette
    barbara bastian beate beatrix benedikt benno bernd bernhard bertram bettina birgit birte birthe bodo brigitte
    britta burkhard carsten carolin caroline cathrin charlotte christa christian christiane christina christof
    christoph clara claudia claus constanze cornelia dagmar daniel daniela detlef detlev dieter dietmar dietrich
    dirk dominik dorothea eberhard eckart eckhard edeltraud edgar egon ekkehard elfriede elisabeth elke ellen
    elsbeth emil erhard erich erika erna ernst erwin eugen eva evelin ewald fabian felix ferdinand finja florian
    franz franziska frauke frederik friedemann friederike friedhelm friedrich frieda fritz gabriele gebhard georg
    gerda gerd gerhard gerlinde gernot gerold gertrud gesine gisela gitta gottfried gotthilf gregor greta gudrun
    gunda gunnar gunter gunther guenther gustav hanna hannelore hannes hans hansjorg hanspeter harald hartmut
    hartwig heidemarie heidi heidrun heike heiko heiner heinrich heinz helene helga helmut helmuth hendrik henning
    henriette herbert heribert hermann herta hilde hildegard hiltrud holger hubert hubertus hugo ilka ilona ilse
    ina ines inga inge ingeborg ingo ingrid inken irene iris irma irmgard isabell isabella jakob jan jana janina
    jannik jasmin jens jessika joachim jochen johann johanna johannes jonas jorg josef josefine judith julia
    julian juliane jurgen jurg juergen jutta karin karl karla karlheinz karolin karoline karsten katarina
    katharina kathrin katja katrin kerstin kilian klara klaus konrad konstantin konstanze korbinian kristin kurt
    lara lars laura lea lena leni leonhard leonie leopold liesel liselotte lorenz lothar luca ludger ludwig luisa
    luise lukas luzia magdalena maike maja manfred manuel manuela marcel marco marcus mareike margarete margit
    margot margret maria marianne marie marina mario marion markus marlene marlies martha martin martina mathias
    mathilde matthias maximilian mechthild meike meinhard meinolf melanie melina merle mia michael michaela michel
    mirja mirjam monika moritz nadine nadja natascha nicole niklas niko nikolaus nils nina norbert olaf oliver
    ortrud ortwin oskar oswald ottfried ottmar otto patrick paul paula petra philipp pia raimund rainer ralf ralph
    rebecca regina regine regula reiner reinhard reinhold renate reto ricarda richard rita robert robin roland
    rolf roman rosemarie rosi rosina roswitha rudiger rudi rudolf rupert sabine sabrina samuel sandra sarah sascha
    saskia sebastian selina senta sepp severin siegbert siegfried siegmund sieglinde sigrid silja silke silvia
    simon simone sina sonja sofie sonke sophia sophie stefan stefanie steffen steffi stephan susann susanne sven
    svenja swen sybille sylvia tabea tanja tatjana theodor theresa theresia thilo thomas thorben thorsten till
    tilman tilo timm tina tobias tom torben torsten traudl udo ulf uli ulla ulrich ulrike urs ursel ursula urte
    ute utz uwe valentin vanessa vera verena veronika viktor viktoria vinzenz volker volkmar vreni walburga
    waldemar waldtraut walter waltraud waltraut wendelin wenke werner wibke wiebke wieland wigbert wilfried
    wilhelm wilhelmine willi willy winfried wolf wolfgang wolfram xaver yvonne zita beat`,
  given: `
    adi alma bela bert bine dorle elli emmi enno fiete finn flurin franzi gabi gusti hajo hein ida jette jo jule
    jupp kai kalle karo kati kim lasse levi lilo lina linus lio loni lotta lotte mats matteo mattis michi mila
    milan moni nele noah nora otti pepi piet resi romy rosl rudi sigi silas steffi susi tim theo tjark toni uschi
    uta wim wolfi yannick zenzi loic beatus corsin gian reto`,
  givenWords: `
    august bernd beat benz christian ernst felix flora frank frei gut heide horst kai linde max may meer mark rose
    rosa silke sonne till uli viola wolf gold`,
  family: `
    abel abendroth achenbach ackermann adamczak adler ahlers ahrens albers albrecht althaus altmann amann ammann
    anders andres angerer appel arend arendt armbruster arnold asmus auer aumann bachmann bader bahr baier
    bamberger barth bartel bartels barthel bauer bauernfeind baum bauman baumann baumeister baumgart baumgartner
    baumgaertner bayer bechtel becker beckmann beier beckenbauer behm behnke behr behrend behrendt behrens bender
    benning berger bergmann berndt bernhardt bertram betz beyer bichler bieber biedermann biermann binder birnbaum
    bischof bischoff bittner blank blaser blum blumenthal blume bock bodmer boehm boehme bohm bohme bohn bolliger
    bolte borchardt borchert bosch bosshard bottcher boettcher brandl brandt brandstetter brauer braun breitner
    bremer brenner breuer brinkmann brockmann bruckner brueckner brugger bruhn brunner bruns buchholz buchner buck
    budde buhler burger burkhardt burki busch busse buttner buettner carstens carstensen christ claus clausen
    conrad cordes daum decker degen degner deininger dengler derksen deutschmann diehl diekmann dierks dieterich
    dietrich dietz dietze dirks dittmann dittrich doerr doll domke dorfler dorn dorner dorr drescher dressler
    drexler dreyer droste drews dworak ebel eberhard eberhardt eberl ebert eckardt eckert eder egger eggers eggert
    ehlers ehrlich eichhorn eichinger eichler eicke eisele eisenhauer engel engelhardt engelmann engels erdmann
    erhardt ernst esser ettinger euler evers ewald eyer faber fahrenkamp falk fankhauser fassbender feldmann
    felber fehr fellner fenske fichtner fiedler fink finke firnhaber fischer fleischer fleischmann flohr forster
    foerster forstner franke frankl franz freitag frenzel frey freund fricke friedl friedrich friedrichs fritsch
    fritz fritzsche frohlich froehlich fromm fruhauf fuchs fuhrmann funk funke furst fussli gabler gabriel gartner
    gaertner gassner gebauer gebhard gebhardt geiger geisler geissler gerber gerhardt gerlach gerstner giese
    giesen glaser glockner gluck gobel goebel goller goldmann gorlitz gotz goetz gottschalk graber grabner graf
    gramlich grassl gries grimm gross grosse grossmann gruber grunwald gruenwald grundmann gsell guggenberger
    guenther gunther gutmann haag haas haase haberl habermann hackl haefner hafner hagemann hagen hahn haider
    haller hamann hammer hammerl hanke hansen harder harms hartig hartl hartmann hartung hartwig haselbock hauck
    hauer haupt hauser hausmann havemann heck hecker heckmann hedrich hegemann heidemann heidenreich heil heim
    heimann heine heinemann heinen heinrich heinrichs heins heinz heinze heiss heitmann helbig held heller helm
    hellwig hempel henkel henn hennig henning hensel hentschel herbst hering hermann hermanns herold herrmann
    herter herzog hess hesse heuer heumann heuser heyer hildebrand hildebrandt hiller hilpert himmelreich hinrichs
    hinz hinze hirsch hirt hirschmann hochstrasser hock hoefer hofer hoffmann hofmann hofmeister hofstetter
    hohmann hohn hohne holler hollmann holz holzer holzinger holzmann hoppe horn horner hornung horstmann huber
    hubner huebner hufnagel hug hummel hunziker huth hutter ihle illner imhof ingold isler jacob jacobi jaeger
    jager jaggi jahn jahnke jakob jakobs janke jansen janssen jenny jensen jeske joost jordans josten jost jung
    junge jungmann junker jurgens juergens just kaiser kaltenbach kamm kampf kaminski karl kaspar kasper kastner
    kaufmann kaul kayser keil keller kellermann kellner kern kersten kessler kettner kiefer kiesewetter kilian
    kirchner kirsch kirschner klaus klee kleber kleiber kleinert klement klemm klinger klingler klose klug kluge
    knapp knecht kneubuhler knoll knopf knorr kobler koehler koenig koester kohl kohler kohlmann kolb koller konig
    konrad kopf kopp koppel korn korner koerner kopke kost koster kraft krahmer krainer kramer kranz kratzer kraus
    krause krauss krauter krebs kreis kremer kremser kress kretschmer kreuzer krieg krieger krings kroger krueger
    krohn kroll kroner kruger kruse kuehn kuhl kuhlmann kuhn kuhne kuhnert kummer kunz kunze kupfer kurz kuster
    lachner lammers landmann lange langer langhans lau laube lauer lauterbach lechner lehmann lehner leibniz
    leimgruber leist leitner lenz leonhardt leopold lerch leuthold leutwyler lichtenberg liebermann liebig
    lichtenegger lindemann linder lindner link linke lippert lochner loeffler loffler lohmann lohr lorenz lorenzen
    loser lotz lubke luck luckner ludwig luders lueders lukas lustenberger lutz luscher maas maier mahler mahr
    maibaum mair mangold mann marquardt martens martin marx mathis matthes maurer mauer maus may mayer mayerhofer
    mayr mayrhofer mehl meier meierhofer meinel meiners meister meissner melzer menzel merkel mertens merten merz
    messner mettler metz metzger metzler meurer meyer michaelis michel michels mielke mittermaier moeller mohr
    moller mollmann moritz morgenstern moser muhlbauer mueller muller munch mundt musil nadler nagel nagele
    naumann neubauer neubert neuhaus neuhauser neumann neumayer neumeier neuner nickel niebuhr niedermayer
    niederer niemann niemeyer nieminger nitsche noack noll nolte nowak nussbaum obermaier obermeier oberhauser
    ochs oehler oertel opitz oppermann ortmann oswald ott otte otto paul pauli paulus pawlowski peters petersen
    petzold pfaff pfeffer pfeifer pfeiffer pfister pfisterer philipp pichler pieper pietsch pilz plank plattner
    pohl pohlmann poschl prager prantl probst prinz puchner quandt raab rademacher radtke rahn ramsauer rapp rasch
    rath rathke rauch rausch rauscher rebholz rech rechsteiner redlich regli rehm reich reichardt reichel reichelt
    reichenbach reichert reichmann reif reimann reimer reimers reindl reiner reinhardt reinhart reinhold reinke
    reis reisinger reiter renner renz resch reuter rheinberger richter riedel riedl rieger riemann ries riess
    riewe ringel ritter rittmann rode roder roeder roesler rohde rohrer rohr rommel rosch rosenbaum rosenkranz
    rosler rossler roth rothe rothmann rotter rubin ruckert rudolf rudolph ruegg ruf ruhl rump runge rupp ruppert
    rusch sachs sailer salzmann sander sandmann sattler sauer sauter schaaf schaad schade schafer schaefer
    schaffer schaffner schall scharf schatz schaub scheer scheffler scheibe scheidegger scheller schenk scherer
    schick schiller schilling schindler schirmer schlegel schleicher schlosser schlueter schluter schmid
    schmidbauer schmidhuber schmidt schmidtke schmied schmitt schmitz schmoll schnabel schneider schneiderhan
    schnell schnyder schober schoch schoenfeld scholl scholz schon schonfeld schonherr schoppe schott schrader
    schramm schreiber schreier schreiner schroder schroeder schroter schubert schuch schuhmacher schuler schuller
    schulte schultheiss schultz schultze schulz schulze schumacher schumann schurmann schuster schutte schutz
    schuetz schwab schwabe schwaiger schwalbe schwander schwarz schwarze schwarzer schwarzenbach schweiger
    schweitzer schweizer schwendener schwenk schwind seemann seidel seidl seifert seiffert seiler seitz selig senn
    seubert seyfried siebert siedler siegel siegenthaler siegl siegrist siemens sievers simon singer sommer
    sonnenschein sonntag specht spies spiess spindler spitzer spitz sprenger springer stadelmann stadler staehli
    stahl stamm stark staub staudinger stauffer steffen steffens stegemann steger steib steidl stein steinbach
    steinberg steinbeck steinbrecher steiner steinert steinhauer steinke steinmann steinmetz stelzer stenzel
    stephan stern stettler steuer stiegler stieber stiller stock stocker stockmann stoll stolz storch stork
    strasser straub straubhaar strauss streit strobel stroh strohmeier struck stucki studer stuber sturm suter
    suess suss szymanski tanner taubert teichmann tessmer thalmann theis thiel thiele thielen thiemann thies thoma
    thomas thommen thoms thurn tiedemann tietz tietze timm timmermann toepfer trautmann trost trummer tschudi uhl
    uhlig uhlmann ulbricht ullmann ullrich ulmer ulrich umlauf unger urban utzinger vetter vogel vogl vogler vogt
    voigt volk volkmann vollmer voss wachter wacker wagner wahl walch walder waldmann waldner wallner walter
    walther waltl walz wanner warnecke wartmann weber wechsler wegener wegmann wegner weidemann weidlich weidner
    weigand weigel weigl weiland weiler weinberg weinberger weiner weinert weinhold weinmann weinreich weis weise
    weiss weissmann welker weller wellmann welti wendel wendler wendt wenger weniger wenzel werner wernli wessel
    westermann westphal wettstein wetzel wichmann wick wiedemann wiederkehr wiegand wieland wiemann wiese wiesner
    wilhelm wilke wilken willmann willi wimmer winkelmann winkler winter winterhalter wirth wirtz witt witte
    wittmann wittwer wohlfahrt wolff wollmann wolter wolters worner wulf wulff wunderlich wunsch wurm wurster
    wurth wust wyss zach zahn zander zangerl zauner zbinden zeidler zeller zenker zerbe zettl ziegler zielke
    ziemer zilch zimmer zimmermann zimmerli zink zobel zoller zollinger zuber zuercher zurcher zwick`,
  familyWords: `
    alt anker apfel arm bach band bank bar baumhaus becher beer beil berg bergwerk bild blatt blau blitz boden
    bogen born brand braut brett brot bruch bruck buch burg christ dank dick ding dorf eck eich eisen ende engel
    eule fass feder fein feld fels fest feuer fisch flach fluck form frank frei friede frisch fromm frost fuss
    gans garten gast geist gelb gerste glas gold grab gras grau groll gross grun gut haar hahn hals hammer hand
    hart hase hass haus hecht heft heide heinz herbst herz heu hirsch hof hoch hold holz honig horn hut jager jung
    kalb kalk kamm kant kauf kern kirch klar klein klinge knopf koch kohl kopf korb korn kraft kranz kraut kreis
    kreuz krone krug kugel kummer kunst kurz lamm land lang laub laut leicht licht lieb linde lob loch lohn mai
    markt mars mast meister mehl mond morgen mut nagel neu nest not ochs ost pabst panzer pech pfau pfeffer
    pfennig pilz platz rad rasch rat raum recht rein reis reich rind ring ritter rock rohr rosen rot ruhe rund
    saal sack salz sand satt schach schall schatz schein schild schlag schmal schnee schuh schwan see seide sorge
    spiegel spatz speck stahl stamm stark staub stein stern stich stiel stock stolz strauch strom sturm sommer tag
    tal tausend tisch topf tor traum trost tuch vogel voll wald wand warm weich weide wein weiss wirt wild winter
    wind wolf wort wurst zahn zaun zucker zorn`,
};
