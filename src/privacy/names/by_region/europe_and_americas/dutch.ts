/** Names that are common in the Netherlands and Flanders. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_DUTCH: RegionNames = {
  commonGiven: `
    aafke aagje aart adriaan aleida alwin anneke annelies annemiek annemieke anouk arend arie arjan arjen arjo
    arno arnoud auke bart bas bastiaan berend bernadet bert betty bianca bouke bram brecht carla carlijn cas
    chantal christel coen corina cornelis corrie cynthia daan danique debby dewi diede dieuwke dirk dorien douwe
    eelco eline els elsbeth elske emiel erik esther evelien evert fabienne femke ferry fenna fleur flip floor
    floortje floris frans freek frits geert geertje geertruida gerben gerrit gerritje gert gertjan gijs gijsbert
    greet greetje guus hanneke hans harm harmen heleen hendrik hendrika henk henny herman hessel hilde hubert huib
    ilse ineke inge ingrid irma jaap jacco jacob jacoba jan janneke jannes jantine jantje jarno jasper jelle
    jelmer jeroen jesse jet jette jochem joep johan johanna jolanda jolien jonneke joop joost jordi joris jos
    josephine jouke judith jurgen jurre kaat karel karin katrien kees kim klaas koen koenraad koos lars leendert
    leen leontien lidewij lien lies liesbeth lieselotte lieve lieven linde lisanne lise lodewijk loes lotte luuk
    luc lucas maaike maarten maartje machteld mannus marcel margriet marieke marije marijke marijn marit marjan
    marjolein marleen marloes martijn mathijs matthijs maud maurits mees melle menno merel mieke miep miranda
    mirjam mirthe nanda neeltje niek niels nienke noortje olivier onno peter petra pien pieter pieternel pim
    quirine quinten ralf reinier remco renske rens rianne rick rik rinse rob robbert roderick roeland roel roelof
    rogier romy rosanne roos rudy ruud saar sander sanne sebastiaan siebe sien sietske sjaak sjef sjoerd sofie
    stef stefan steven stijn swen sytske teun theun thijs thomas tijmen tijn tim tine tineke tjeerd tom toon trees
    truus twan veerle vera wendy wessel wies wietske wietse wijnand wilco willem willemien willemijn wim wouter
    wout xander yannick yvette yvonne zoe`,
  given: `
    ad aad ab anke anja ank ans bea ben bep bo cor dick dien dik dora eef ella elly emma eva fons fred gea gerda
    gre hannah han hein huub ida ien iris jip jo jits kiki lana leo leon levi lia lieke lily lois luca lynn mara
    max mia mila mina mo nel nina noa noud piet ria riet rita sara sem siem sjors sofie sil suze teuntje thea
    tonnie toos trijn tygo wil yara zita`,
  givenWords: `
    bas bo cas fleur floor ken lot roos merel mark mees pim rein sil storm sterre tom wil linde`,
  family: `
    aalbers aarts abbink achterberg adriaansen aerts akkerman alberts alders appelman arends baars baert baeten
    bakker bakema bal bartels bastiaansen beckers beekman beerens bekkers bekker belien benthem berends bergman
    bergsma berkhout beuving bijl blaauw blanken blankers bleeker blok boer boerma boersma boelens boogaard
    boogaert boonstra boon boonen boot borst bos bosch bosman bosmans bouma bouman boumans bouwman bouwmeester
    braam brand brandsma brands bredewoud breukelman brinkman broekhuizen broers broeders brouwer brouwers
    bruggeman bruijn bruin bruins bruinsma buijs buis buitenhuis bulthuis burgers buurman callens caluwe cassiers
    ceulemans christiaens claassen claes claessens claeys clement coenen coppens cools cornelissen cornelis cox
    cuypers daelemans damen dams dames debruyne declerck declercq decoster degroot dejong dekkers dekker deprez
    derks desmet devos dewit dewitte diederiks dijk dijkman dijkstra dirksen doornbos driessen driesen drost
    duivenvoorde dubois dupont eerens eijkelboom elbers elzinga engelen engels everts evers feenstra feijen
    fokkema franken franssen fransen geerts geelen gerards gerritsen gerrits geurts gielen gijsbers gilissen
    goethals goossens goedhart graaf graafland griffioen groen groenen groenendijk groeneveld groenewegen groot
    groothuis gubbels haan haanstra haverkamp haverkort havinga heeren heijden heijmans heinen heemskerk hellemans
    hendriks hendrikx hendricks hendrickx hermans hermsen hessels heuvel heuvelmans hoekstra hoeks hofstra hofman
    hogenboom hollander holtkamp hoogendoorn hoogland hoogeveen hoogstraten horsten houben houtman huijbregts
    huijsmans huizinga huisman hulst hulshof huybrechts ingels jaspers jacobs janssen janssens jansen jans jansma
    jonker jonkers joosten jonkman kamphuis kapteijn karels keizer kempen kerkhof kerkhofs kerstens ketelaar
    keulen klaassen kleijn kleinjan klerk kloosterman kluivert knol koelewijn koenen kok kolk kooistra kooijman
    kooiman konings koning koopman koopmans koppelman korver koster kraaij kramer kroon kroes kruijswijk kruse
    kuijpers kuiper kuipers kuyper laan lambrechts lammers lamers lang leclercq leemans leenders lemmens lenaerts
    leijten lievens lindeboom linden linders linssen lippens loos luijten lubbers lucassen maas maes martens
    marijnissen meert meijer meijers meeuwis meeusen mens mertens meulemans meulenbelt michiels michielsen
    middelkoop mol molenaar molenaars moerman mooij moons mulder mulders mullens nagel neefs nelissen nieuwenhuis
    nieuwenhuizen nijhof nijhuis nijland noordhoek noordhof oosterhuis oosterhof oostveen olieslagers otten
    oudejans ouwehand paauw pauwels peeters pennings peerdeman pieters pietersen ploeg poelman pol polman
    polderman post postma prins provoost putman quaedvlieg raaijmakers raes ramaekers rademaker reijnders reinders
    renders rensen ribbens rijken rijnders rijsdijk ritsema robben roelofs roelofsen roels roosendaal rombouts
    rosier ruijter rutgers rutten ruiter sanders santen schaap schellekens scheltema schepens schepers
    scherpenzeel schipper schippers schoenmaker schoenmakers scholten schouten schreuder schreurs schrijver
    schurink schuurman segers seghers sels simons slagter sluis slot smeets smet smits smit smulders snel snijders
    snoek speelman spaans spijker spruyt staal stam stams stassen steenbergen sterk stevens stienstra stoffels
    stolk stroeve struyf swart swinkels tack teunissen thijs thijssen thys theunissen tielemans timmerman
    timmermans tuinstra tops troost tromp ubbink uittenbogaard vaassen vanderlinden vandamme vandenberghe
    vandenbroeck vanderheyden vandewalle vandevelde vandervelde vanderstraeten vanhoof veenstra veerman veldhuis
    veldhuizen veldkamp verbeeck verbeek verbeke verberne verboven verbruggen verburg verdonck verdonk vereecke
    verhaegen verhaeghe verhagen verheij verheijen verheyen verhoef verhoeven verhulst verkerk verlinden vermaat
    vermeer vermeersch vermeiren vermeulen vermue verschueren versteeg verstraete verstraeten vervloet verwey
    visscher visser vissers vlaminck vliet vogels volkers vonk vos vrancken vreeman vries vriend vromans vroom
    wagemakers wagemans wagenaar walraven waterman weijers westerhof westerveld wijnen wiersma wiersema
    wijngaarden willems willemse willemsen wilms winters withagen witteveen wolfs wolters wouters wuyts wuijts
    zandstra zandbergen zeegers zeeman zijlstra zonneveld zuidema zwart zwaan zwiers`,
  familyWords: `
    berg beek bloem blok bock boom boor bord born brug bruin buur dam dijk duin geel groen groot haak haar hak ham
    hart heer hoek hof kaars kamp kat kerk klok kok koning kool koper korf korte kramp kroon kruis kwast laan lam
    land lente maan maat mast meer mes mol molen noord oost park paal pas peer pen plas ploeg poort pot prins punt
    raam rad ridder ring roos rust schaap school slag slot spit stam steen ster stoel stok storm straat tak tol
    vaart veen veld vink vis vlag vlieger vogel vorst werf west wiel wit wolf zand zee zomer zon zwaan`,
};
