/**
 * Given names that are common in Europe, the Americas, Turkey, South Asia and the Arab world, and are no words, places
 * or products: beside one of them stands a family name. Names such as Mark, Will, Rose, Victoria, Jordan or Max are left
 * out on purpose: labels are full of them.
 */
import { folded } from "./name_words.ts";

const EUROPE =
  "alex ben tim jon sam dan terry matias adalberto lucca volodymyr andrej aaron adam adele adrian agata agnes agnieszka alain alan alba albert alberto aleksander aleksandra alessandro alessia " +
  "alexander alexandra alexandre alexandru alfonso alfred alice alicja alina alwin amalia amelia amelie ana anastasia " +
  "anders andre andrea andreas andrei andreja andres andrew andrzej angela angelika anita anja anke anna annabel anne " +
  "annegret annelie anneliese annette annika antje antoine anton antonella antonio arjen arkadiusz armin arne arnold " +
  "arthur artur astrid aurelie aurora axel barbara bartosz bas beate beatrice beatriz benedikt benjamin benoit bernadette " +
  "bernard bernd bernhard bettina birgit bjorn boris bram brigitte brunhilde bruno camille carina carl carla carlos " +
  "carmen carola caroline carsten cecile cecilia celine chantal charlotte christa christel christelle christian christiane " +
  "christina christine christoph christophe christopher clara claudia claudio clemens clement cornelia corinna dagmar " +
  "damian daniel daniela daniele danuta dariusz david davide debora denise dennis detlef diana diego dieter dietmar dirk " +
  "dominik dominique dorota doris dorothea dorthe edith edouard eduard eduardo egon ekkehard elena eleonora elias " +
  "elisa elisabeth elise elke ellen elodie elzbieta emanuele emil emilia emilie emily emma emmanuel enrico enrique eric " +
  "erica erich erik erika erwin esteban esther etienne eugen eva evelyn ewa fabian fabien fabio fabrice federica federico " +
  "felicitas felipe felix ferdinand fernando filip flavio florian francesca francesco francine francisco franck francois " +
  "francoise franz franziska frauke frederic frederik friederike friedrich fritz gabriel gabriela gabriele gaetan georg " +
  "georges gerald geraldine gerard gerd gerda gerhard gertrud gianluca gilles gina giorgio giovanni gisela giulia giuseppe " +
  "gonzalo grazyna gregor gregory grzegorz guido guillaume gunnar gunter guenter gunther gustav gustavo hanna hannah " +
  "hannelore hannes hans harald hartmut heiko heike heiner heinrich heinz helena helene helga helmut hendrik henning henri " +
  "henriette henrik herbert hermann hilde hildegard hilke holger horst hubert hugo ignacio ilse inga ingeborg ingo ingrid " +
  "irena irene irina irmgard isabel isabella isabelle ivan ivana ivo iwona jaap jacek jacqueline jacques jakob jakub jan " +
  "jana janina janine janusz jaroslav jasmin javier jean jeanne jelena jens jeroen jerome jerzy joachim joanna joao jochen " +
  "johan johann johanna johannes jolanta jonas jonathan joost jordi jorg joerg jorge jose josef josefine joseph josephine " +
  "judith julia julian julie julien juliette jurgen juergen justyna jutta kacper kai karel karen karin karina karl karolina " +
  "karoline karsten kasper katarina katarzyna katharina katherine kathrin katja katrin kerstin kilian kirsten klaas klara " +
  "klaus koen konrad konstantin kristian kristin kristina krystyna krzysztof kurt ladislav lars laetitia laura laurence " +
  "laurent lea leandro lena leon leonard leonardo leonie leonora leszek liam lidia lieselotte linda linus lisa liselotte " +
  "lorenz lorenzo lothar louis louise luca lucas lucia lucie lucien ludger ludwig luigi luis luisa lukas lukasz lydia maarten " +
  "maciej madeleine magdalena magnus maja malgorzata malte manfred manon manuel manuela marc marcel marcela marcello marcin " +
  "marco marcus marek margarethe margarita margot margrit maria mariana marianne marie mariella marija marina mario marion " +
  "marius mariusz marjan marko markus marlene marta martha martin martina martine martijn mateusz mathias mathieu mathilde " +
  "matteo matthias matthieu matthijs maurice mauricio maximilian maxime mechthild melanie melina michael michaela michal " +
  "michel michele michelle miguel mikael mikkel milan milena mireille miriam miroslav mohamed monika monique moritz muriel " +
  "nadia nadine nadja natalia natalie nathalie nele nicola nicolai nicolas nicole niels nikolaus nils nina noemi nora norbert " +
  "odile olaf ole olga olivier oscar oskar ottilie otto pablo paola paolo pascal pascale patrice patricia patricio patrick " +
  "patrik patrycja paul paula pauline pavel pawel pedro peggy peter petra philip philipp philippe pierre piet pieter pietro " +
  "piotr priska rafael rafal raimund rainer ralf ramona raoul raphael rasmus raul rebecca regina regine reiner reinhard " +
  "reinhold remi renata renate rene ricarda ricardo riccardo richard rita robert roberta roberto rocio rodrigo roger roland " +
  "rolf romain roman romy ronald rosalie rosalind rosemarie roxana rudiger ruediger rudolf ruth ryszard sabine sabrina salvatore " +
  "samuel sandra sandrine sanne sara sarah sascha saskia sebastian sebastien selina sergio severin sibylle siegfried sigrid " +
  "silke silvia silvio simone sjoerd slawomir sofia sofie solange solveig sonia sonja sophia sophie soren stanislaw stefan " +
  "stefania stefanie steffen stephan stephane stephanie susanna susanne sven svenja swantje sybille sylvain sylvia sylvie " +
  "tadeusz tamara tanja tatjana teresa theo theodor theresa therese thibault thierry thijs thomas thorsten tilman timo tobias " +
  "tomas tomasz torben torsten ulf ulla ulrich ulrike ursula ute uwe valentin valentina valerie vanessa vera veronika " +
  "veronique viktor vincent vincenzo viola vivien vladimir volker walburga waldemar walter waltraud wanda werner wieslaw " +
  "wilfried wilhelm wilhelmina willem willi winfried wojciech wolfgang wouter xavier yann yannick yasmin yves yvette yvonne " +
  "zbigniew zdenek zofia zoe zuzana";

const ENGLISH =
  "abigail adrianna alastair alexis alfie alisha alison allison alyssa amanda amelia amy andy angelina anthony ashley audrey " +
  "bella benjamin bethany betty beverly bradley brandon brenda brian bridget bruce bryan caitlin callum cameron carl carol " +
  "catherine cathy cheryl chloe christy cindy colin connor courtney craig cynthia daphne darren deborah derek diane donald " +
  "donna dorothy douglas duncan dylan edward edwin eileen elaine eleanor elijah elizabeth ella emily ethan eugene evan fiona " +
  "frances fraser gareth gary gavin geoffrey george gillian glenn gloria gordon graham greg gregory gwen hamish hannah harold " +
  "harriet harry heather heidi helen henry howard hugh ian imogen isaac isabel isla jacob jake james jamie jane " +
  "janet janice jared jason jeff jeffrey jenna jennifer jeremy jesse jessica jill jim joan joe joel john johnny jonathan joseph " +
  "joshua joyce judy julie justin kaitlyn karen kate katherine kathleen kathryn katie kayla keith kelly kenneth kerry kevin " +
  "kimberly kirsty kristen kyle larry lauren leonard leslie lewis lilian liliana lindsay liz lloyd logan lorraine louis louisa " +
  "lucy luke lynn maggie malcolm margaret marilyn marjorie marshall marvin mary matthew megan melissa mia michelle mike miranda " +
  "mitchell molly monica morgan nancy naomi natasha nathan neil nicholas nigel noah norma norman olivia oliver owen pamela " +
  "patricia peggy phillip phoebe priscilla rachel ralph randy raymond rebecca rhys rita robbie robert rodney ronald rory " +
  "rosemary rowan roy russell ryan sally samantha samuel sean shannon sharon shaun sheila shirley sienna simon sophie stacey " +
  "stanley stella stephen steve steven stuart susan suzanne tara teresa theodore theresa tiffany timothy tina tom tracey tracy " +
  "travis trevor tristan vincent virgil vivian wallace walter wanda warren wayne wendy wesley william yvonne zachary";

const WORLD =
  "abdul abdullah abigail adriana aditya ahmad ahmed aisha ajay akash ali alejandra alejandro amina amir amit anand andrzej anil " +
  "anjali ankit ansel anwar arash arjun arun ashok asif ayesha ayse aysegul babak bilal bogdan boyan burak camila " +
  "catalina catarina cem cemal claudiu cristian cristina daniyar deepak derya dilip dimitri dimitris dmitri dmitry dragan " +
  "ekaterina elif elvira emine emre eren farah farid fatima fatma fernanda gabor georgios giorgos gizem goran guillermo hakan " +
  "halil hamid hasan hassan hatice huseyin ibrahim igor ikram imran ioana ioannis isabela ismail istvan iulia jamal jesper jozsef " +
  "juan juliana kamal karim kavita kemal khaled kiran konstantinos krishna laszlo leila leticia lucija mahmoud manish manoj mariam " +
  "maryam mehdi mehmet meryem mihai mihaela mohamad mohammad mohammed muhammad murat mustafa nadeem nasser natalya neha nikhil " +
  "nikita nikolai nikolaos nikos nilufer olena omar ondrej orhan oksana pooja pradeep prakash pranav priya priyanka radoslaw rahul " +
  "raj rajesh rajiv ramesh rania ravi renato rohan rohit sadia said saif salim samir sandeep sanjay sedat selim serkan sergei " +
  "sergey shivani siddharth sneha soledad sonali suleyman sunil sunita suresh svetlana swati tamas tariq tatiana thiago usman " +
  "aoife ciara eoin niamh padraig roisin saoirse siobhan sinead bjarni gudrun sigurdur akiko hiroshi kenji keiko makoto naoko noriko " +
  "satoshi takashi takeshi yoko yumi abdoulaye adebayo amadou chidi chinedu chioma emeka fatou ibrahima kofi kwame mamadou ngozi " +
  "oluwaseun ousmane babatunde folake thandiwe sipho mwangi wanjiru abebe mulugeta adnan amer bassam layla nour rima walid yara " +
  "valentyna vasile vijay vikram vinod vishal yasemin yelena yuki yusuf zainab zeynep zoltan " +
  "александр алексей анастасия анна андрей виктор владимир дарья дмитрий екатерина елена иван игорь ирина ксения максим мария " +
  "михаил наталья николай ольга оксана павел светлана сергей татьяна юлия юрий тарас олена";

const OTHERS =
  "aarav abbas adao adel adela adelheid adina adriano afonso agustin ahmet aicha alaa alban albrecht alfredo aline alma " +
  "almir alois aloisia alwine amadeus amal amjad anas anatol anatoly andra andras anette angelique aniceto anneke " +
  "annelies annemarie annina ansgar antonia antonie antonin antonina aparecida apolonia araceli ariane arkady armando " +
  "artem arturo arvid asma assunta asta atilla auguste augustin aurelia aurelien aurelio ausencio aylin ayman aysun aziz " +
  "badr balthasar baptiste barbora baris bartholomew bartlomiej basilio bastian bastien beatrix begona belen benita " +
  "benito benno berenike bernarda bernardo berta bertha berthold bertram bianca blandine blanka bodo bogdana bogumil " +
  "bohdan bohumil boleslaw bozena branislav brigida brigitta bronislaw bruna bulent caio camilo canan candelaria candice " +
  "candida carlo carlota carlotta carmela casimir caspar cathrin catia cayetano cecil celestine celestino celia celso " +
  "cengiz cesar chiara cintia ciro clarice clarissa claudette claudine cleber clemente clotilde concepcion concetta " +
  "conrad constantin constanze consuelo corinne cosima cosimo crispin cristiane cristobal cyril cyrille czeslaw daiane " +
  "dalal dalia damiano danijela danilo daria dario davi davor debbie deepa deepika defne deirdre delphine demetrio " +
  "denilson denis desiree detlev didier dieudonne dimitar dina dionisio divya djamila dolf domenico domingo donatella " +
  "donato dorian dorina dorothee dragana drazen dusan duygu ebru ece edda edelmira edgar edgardo edmond edmund edna " +
  "edoardo eduarda edwige efraim efrain ekaterini eladio eleni eleonore elfriede eliana eliane eliseo eliska ellie " +
  "eloise eloy elsa elsbeth elwira emad emanuela emel emerson emese emiliana emiliano emilio encarnacion engin enzo " +
  "epifanio erasmus ercan erdem ernestine ernesto erol ertugrul ervin esra estelle ester estrella ettore eugenia eugenie " +
  "eugenio eulalia eusebio eustaquio evaristo eveline everton ewald ewelina ezequiel fabiana fadi fadime faisal fares " +
  "fatih fausto fawzi felicia felipa femke fergus ferhat feride fermin fernand fidel fikret filippa filippo filiz flavia " +
  "fleur florent florentina floris folkert fortunato franca francisca franjo frantisek frederica fredrik freya fridolin " +
  "frieda friedhelm froilan funda ganesh gaspard gaston gaurav geeta genaro genevieve genoveva geoffroy georgette georgi " +
  "georgina geraldo gerardo gereon gerlinde germaine gero gerrit gertrude ghada ghislaine giacomo gianni gideon gilbert " +
  "gilberto gilson giovanna gisele gislaine giuliana giuliano godfrey goetz gokhan gonul gottfried gotthard graca " +
  "graziella gregoria greta gretchen griet grigori gudula guilherme guiseppe gulay gulcan gulsen gwendolyn hacer hadi " +
  "hakon hala halina hamza hana hanan hani hanne hannelies hanno hansjoerg hansjorg harish harri haytham hedda hedwig " +
  "hedy heide heidemarie heinke heitor hella hellmut hemant henk hennie henrieke henrietta henrique heribert heriberto " +
  "hermine herminia herta hertha hilario hilary hilda hiltrud hipolito hisham honza horacio hortense houda hristo hulya " +
  "humberto husam hussein iain iara ida ignatius ilan ildiko ileana ilhan ilias ilker ilona ilya ilyas iman immanuel " +
  "inacio inas indira ines inge ingolf inka inmaculada ioan iratxe ireneusz irmtraud isadora isidora isidro ismene " +
  "isolde issa itziar ivar ivica ivone iwan jaber jacinto jadwiga jaime jakov jamila jarek jarmila jaromir jaroslaw " +
  "jasmina jasna jasper javiera jaya jeannette jeannine jelle jenni jenny jeremias jeronimo jesusa jette jimena jindrich " +
  "jiri joachin joana joaquim joaquin joaquina jochem joelle joern jolana jonna jordina jorgina joris jorn joscha josefa " +
  "josefina josep josip josue jovan jozef jozsefne jsef judit jules julieta julio juliusz junia jussara jutte kaan kadir " +
  "kaique kajetan kajsa kamil kamila kareem karla karlheinz karol karola karolin karthik kasia katalin katerina kathi " +
  "katinka kazimierz keanu khadija khalid khalil klaudia klemens klementina kveta kyra laila lakshmi lalita lamia " +
  "larissa lasse latifa lazaro leandra lenka lennard lennart leocadia leokadia leonel leonhard leonid leonore leopold " +
  "leopoldine leopoldo levent levente levin leyla lidiane lieke liesbeth lieven lilli lilly lina liv livia ljiljana " +
  "ljubica loic lorena lorenza loretta lorna lotte luana lubomir lucian luciana luciano lucile lucrezia lucyna ludek " +
  "ludmila ludovic luitgard luiz luiza lutz luzia lys maartje macarena macario mads magali magdaleno maha mahdi mahesh " +
  "maicon maik maike mairead maite majid malak malena malika malin mansour manuele manuelita marcelina marcelino marcia " +
  "marcial marcio marcos mareike maren marga margareta margaretha margherita marguerite mariangela mariano maribel " +
  "marica maricarmen marieke marielle marike marilena marisa marisol maristella marit marketa markku marlies marliese " +
  "marlis marten martinus marwan maryse marzena matej mateo mateus mathijs matilda matilde matjaz matteus mattias maura " +
  "mauricia maurits maurizio mauro maysa mechtild meena meera meike melchor melek meltem merve mesut metin mette micaela " +
  "micha mieke miguelina mikhail miklos mikolaj mila milagros milos mirabelle mircea mireia mirela mirella mirjam mirko " +
  "miro miroslawa mladen mohan moira montserrat morten mouna mounir mourad mukesh munir murilo myriam nabil nada nadim " +
  "najib narciso natalino nataliya natasa natascha nathanael naveen nawal nazan neele nenad nerea nermin neslihan nestor " +
  "neusa niccolo nico nicoletta nicolo nihat niklas nikola nikolina nilson ninette nitin nizar noelle noor norberto " +
  "nuray nurcan nuria octavia octavio odete odette odilia ofelia oleg olegario oleksandr oleksandra olimpia oliwia omer " +
  "orla orlando orsolya ortrud ortwin osama osvaldo oswald othman otmar ottmar ottokar ottoline ozan ozge ozgur ozlem " +
  "pancracio pankaj pantelis paolina parvati pascual pasquale patxi paulette paulin paulina paulo paulus pavan pelagia " +
  "pernille petar petronella petros petru philine pia pilar pinar piroska predrag preeti primoz priscila prudencio " +
  "purificacion qasim quirin radha radim radka radmila radoslav raed rafaela raffaele raffaella rafiq raimo raimundo " +
  "raina rainald rajan rajendra rajko rakesh ramazan rami ramiro ramon rana raquel rasha rashid ravindra raymonde recep " +
  "reem regiane reginald reinald reinaldo reinhilde reinier rekha renan renatus renzo riad rian richarda ridha ridvan " +
  "rigoberto rikke ritu roald rocco rodolfa rodolfo rodrigue rogelio rogerio rola rolando romana romeo ronja ronny roque " +
  "rosa rosalia rosalina rosamund rosana rosangela rosanna rosaria rosario rosella rosendo rosina rosita roswitha rowena " +
  "rozalia ruba ruben rubens rufino rui rukiye rupert ruslan sabina sabino sabri sabrine sachin safa sahar salome " +
  "salvador sami samia samira sanaa sandor sandro sangeeta santiago sarita satish saturnino saverio savita sebastiaan " +
  "sebastiano selma semra senol serafin serap seraphina serdar serena serge severine severino sevgi sevim shadi shalini " +
  "shankar shreya sibel sidnei sieglinde siegmund sigmar sigmund sigrun silvan silvana silverio silvester silviu simao " +
  "simona sinan sinem sinja sixto sixtus slavica slavko smita snezana soeren sofija songul sonke soraya souad stavros " +
  "stefano steffi stefka stijn stjepan suat sudhir sukru sunniva susana suse sushma suzana svante swapnil swen sylwia " +
  "szilvia szymon tabea tadej taha tainara tamar tamer tancred tania tanvi tarek tarja tarkan tatiane telma teodoro " +
  "teofilo tereza thais thea thekla thelma theres theresia thessa thibaut thilo thomasz thora thorben thore thorwald " +
  "tiago tibor tilda tillmann tilmann timea timon timoteo timotheus tiziana tolga tomasa tomislav tonia torbjorn traudel " +
  "traute trini trude tugba tullio turgut tycho ubaldo udo ulises uma umberto umut urs ursel ursina urszula usha uta " +
  "vaclav vaclava valdir valentino valeria valerio valmir vanda vania varun vasco vassilis vasudha veit veli venceslas " +
  "vendula verena veronica vicenta vicente victoriano viktoria vilem vilma vinay vincenza vinicius violeta violetta " +
  "virginie viridiana vitali vittoria vittorio vivek vlad vladislav vlasta vojtech volkan vratislav vuk waclaw wael wafa " +
  "walther waltraut wenzel wera wiebe wiebke wiktor wilhelmine wilma wilmar winfred winifred wissam witold wladyslaw " +
  "wlodzimierz wolfram xaver xavi xenia xiomara yael yana yash yasin yasser yavuz yeliz yesim yildiz yilmaz ylva yolanda " +
  "youssef youssra yunus yusef yvan zacarias zahra zaid zakaria zdenka zdravko zehra zeina zelia zeljko zenaida zenon " +
  "ziad zita zlata zlatko zoran zoya zsofia zsolt zuzanna";

/** Folded, as words of a text are. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [EUROPE, ENGLISH, WORLD, OTHERS].join(" ").split(" ").map(folded),
);
