/** Names that are common in France, Wallonia, French-speaking Switzerland and Quebec. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_FRENCH: RegionNames = {
  commonGiven: `
    adele adeline adrien agathe agnes aime alain alban alexandre alexis alfred alice aline alphonse amandine ambre
    amelie anais anatole andre andree angelique anne annick annie antoine apolline ariane aristide armand armelle
    arnaud arthur astrid aubin aude audrey auguste aurelie aurelien aurore axelle baptiste barnabe bastien
    beatrice benedicte benjamin benoit berenice bernadette bernard berthe bertrand blaise blandine boris brice
    brigitte bruno camille capucine carine carole caroline catherine cecile cedric celestin celine celia chantal
    charlene charles charline charlotte chloe christele christelle christian christiane christine christophe
    claire clara clarisse claude claudette claudine clemence clement clementine cleo clothilde colette colin
    constance coralie corentin corinne cyril cyrille damien daniel daniele danielle dany daphne david deborah
    delphine denis denise didier dimitri dominique dorian dorothee edgar edith edmond edouard eglantine eleonore
    eliane elisabeth elise elodie eloise elsa emeline emeric emile emilie emilien emma emmanuel emmanuelle enzo
    eric ernest estelle esther etienne eugene eugenie eva evelyne fabien fabienne fabrice fanny faustine felicie
    felix fernand fiona flavie flora floriane florence florent florian franck francine francis francois francoise
    frederic frederique gabin gabriel gabrielle gaelle gaetan gaspard gaston gauthier genevieve geoffrey geoffroy
    georges georgette gerald geraldine gerard germain germaine ghislain ghislaine gilbert gilberte gilles gisele
    gregoire gregory guenael guillaume gustave guy gwenaelle hadrien helene heloise henri henriette hector herve
    hippolyte honorine hortense hubert hugo hugues ines irene isabelle ivan jacqueline jacques jacquot janine jean
    jeanine jeanne jeannette jerome jeremie jeremy joachim jocelyne joel joelle joffrey johan johanna jonathan
    joris josephine josette josiane josselin jules julie julien juliette justine karine katia kevin laetitia
    laurane laure laurence laurent laurette laurie leila lea leo leon leonie leopold lilou lilian liliane lionel
    lise loic loick lorenzo lou louane louis louise louison luc lucas lucette lucie lucien lucienne lucille
    ludivine ludovic lydie madeleine mael maelle maelys magali manon marc marceau marcel marcelle margaux margot
    marguerite marianne marie marielle marine marinette marion marius marjorie marlene marthe martial martine
    mateo mathias mathieu mathilde mathis matthieu maud maurice maxence maxime melanie melina melissa melvin
    michel michele micheline mickael monique morgane muriel murielle mylene myriam nadege nadine nathalie nathan
    nelly nicolas nicole ninon noe noel noelle noemie norbert octave odette odile olivier ophelie oceane pascal
    pascale patrice patricia paulette pauline perrine philibert philippe philomene pierre pierrette pierrick
    prosper quentin rachel raoul raphael raphaelle raymond raymonde rejane regis remi remy renaud rene renee
    robert robin rodolphe rodrigue roger roland rolande romain romane romaric romuald ronan rosalie roselyne
    roxane sabine salome samuel sandrine sarah sebastien segolene serge severine sidonie simone solange solene
    solenne sophie stanislas stephane stephanie suzanne suzette sylvain sylvaine sylvestre sylvette sylviane
    sylvie tanguy tatiana thais theo theodore theophile therese thibaud thibault thibaut thierry thomas tiphaine
    tristan ugo urbain ursule valentin valentine valerie vianney victoire victor victorine vincent viviane vivien
    virginie xavier yann yannick yoann yohan yolande yves yvette yvon yvonne zacharie zelie zoe`,
  given: `
    aimee alix alba ana anouk elie eve fred gael iris jade jo lila lina lise louna maeva maia mila milo mona nina
    nino noa nora rose sacha sasha soan theo tim timeo tom yael zora`,
  givenWords: `
    aime ambre aurore blanche capucine celeste claire constant constance desire fleur france guy honore jade juste
    lilas marine martial modeste olive parfait pascal placide prosper prudence rose urbain victoire violette`,
  family: `
    adam albert allain allard andre andrieux arnaud arnault arnoux aubert aubry auger bailly barbe barbier barre
    barreau barthelemy baron bataille baudin baudry bazin beaulieu beaumont begin belanger benard benoit berger
    bergeron bernier berthelot bertin bertrand besnard besson bigot billard blanc blanchard blanchet blin bodin
    boileau bois boisvert boivin bonhomme bonneau bonnet bonnin bouchard boucher bouchet boudreau boulanger boulay
    bourdon bourgeois bourgoin bousquet boutin bouvet bouvier boyer breton briand brun brunel brunet buisson
    bureau camus carlier caron carpentier carre cartier castel chapuis charbonneau charbonnier charles charpentier
    charrier charron chartier chauvet chauvin chevalier chevallier choquette clement clerc cloutier colas colin
    collet collin comte cordier cormier cote cottin coulon courtois cousin couture couturier daigle dallaire
    daniel david delage delacroix delahaye delannoy delattre delaunay delcourt delmas delorme denis deschamps
    deschenes desjardins descamps desrosiers devaux dion dore doucet drouet dube dubois dubuc duchemin duchene
    duclos dufour dufresne dugas duhamel dumas dumont dumoulin dupont duprat dupre dupuis dupuy durand duret
    durocher duval duvernay etienne fabre faure favre favreau ferrand ferland fleury fontaine forestier fortier
    fortin foucault foucher fournier fouquet fraser frechette gagne gagnon gaillard gallet garnier gascon gaudin
    gauthier gautier gay gendron genest geoffroy georges gerard germain gervais gibert gilbert gilles gillet
    gillot girard giraud godard godin gosselin goulet gras gregoire grenier gros grondin guerin guichard guilbert
    guillaume guillemin guillet guillon guillot guillou guy guyon guyot hamel hardy hebert helie henry herve
    hoarau hubert huet hugues humbert imbert jacob jacques jacquemin jacquet jacquot jamet jean jeannin joly
    jolivet jourdain jourdan julien labbe labelle laborde lachance lacombe lacoste lacroix laflamme lafleur
    lafontaine lafrance lagarde lalonde lambert lamy landry langlois lapierre lapointe laporte laroche larose
    larue latour laurent lavigne lavoie leblond lebel leblanc lebon leboucher lebreton lebrun leclerc leclercq
    lecomte lecoq ledoux leduc lefebvre lefevre lefort legendre leger legrand legros lejeune lelievre lemaire
    lemaitre lemay lemieux lemoine lenoir leon lepage lepetit leroux leroy lesage lessard letellier leveque
    levasseur levesque lheureux lopez loiseau louis lucas maillard maillet mallet marchal marchand marechal marie
    marin marion marquet martel martineau marty masse masson mathieu maury menard mercier merle meunier michaud
    michel michon millet minier monnier moreau morel moreno morin morvan mouton muller neveu nadeau navarro
    nicolas noel normand olivier ouellet ouellette paquette paquet paradis parent paris pascal pasquier paul payet
    pelletier peltier pepin peron perrault perreault perret perrier perrin perron perrot petitjean peyre philippe
    picard pichon pierre pineau plante poirier poisson poitras pons poulain poulin prevost prevot prieur proulx
    provost prudhomme quesnel raymond raynaud regnier remy renard renaud renault rey reynaud ricard richard
    riviere robert robin robitaille rocher roche roger rolland rossignol rousseau roussel rousset roux royer roy
    sabatier salaun salmon samson sauvage sauve savard savoie schmitt schneider seguin simard simon sirois soucy
    tanguay tardif tessier texier thebault theriault therrien thibault thibodeau thomas thuillier tissot toussaint
    tougas tournier traore tremblay trottier trudel turcotte turpin vachon vaillant valentin vallee vallet valois
    vasseur verdier vermette vial vidal villeneuve vincent voisin vuillemin weber wolff`,
  familyWords: `
    ange baron barre bataille beaumont bel berger bigot blanc bois bon bonnet boucher boulanger bourgeois boutin
    bureau carre chateau chevalier comte cote couture cousin dore fontaine fort gage garde grand gras gros hiver
    jardin joly large lion loup maire maitre marchand marin mars masse mercier monde mouton noir paradis parent
    paris pascal petit picard plante poirier poisson pont port prince renard riche roche roi rose roux roy royer
    sauvage valentin vert vallee voisin`,
};
