/** Names that are common in Sweden, Norway, Denmark, Iceland and Finland. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_NORDIC: RegionNames = {
  commonGiven: `
    aage agneta ake aki aksel albin alf alfhild alva anders andreas anette anja anita ann anna anne annette annika
    anniken anni antti ari arja arne arnfinn arto arvid arvo asbjorn ase asgeir aslaug astrid asta atle aulis axel
    bente bengt benita bergljot berit bertil birger birgit birgitta birgitte birthe bjarne bjorg bjorn bo bodil
    borje brit britt britta camilla carina carita carl carola carsten cathrine cecilie charlotta christer
    christian dag dagfinn dagny dorte dorthe ebba edvard eero egil eija eila einar eirik eivind elin elina
    elisabet ella ellinor elof else elvira emil emilie emmi endre erik erkki erland erling ernst espen esko eskil
    esa eva evald eyvind finn flemming fredrik frida frode geir gitte gjertrud gorm greta grete grethe gro gudmund
    gudny gudrun gunhild gunilla gun gunn gunnar gunnel gunvor gustaf gustav haakon hakan halvard halvor hanna
    hannu hans harald harri hasse heidi heikki heli helga helge helle hedvig henning henrik henriette hilde hilkka
    hjalmar hjordis holger hugo ida idar ilkka ilmari ilse inga inge ingeborg ingegerd ingela inger ingmar ingrid
    ingvar ingvild irmeli irene irja ivar ismo jaakko jan janne jannike jari jarle jarmo jens jenni jesper joakim
    joar johan johanna johannes jon jonas jonna jorgen jorma jorn jorunn jouko jouni juha juhani jukka jussi jyrki
    kaare kai kaija kaisa kaj kalle kalevi kalervo kare karen kari karin karina karl karsten katarina kati katja
    katri kathrine keijo kenneth kerstin kimmo kirsi kirsti kirsten kjartan kjell kjersti kjetil klaus klara knud
    knut kristian kristiina kristin kristina kristine kristoffer kurt kyllikki laila lars larsolov lasse lauri lea
    leena leif lena lennart liisa lillemor lina linnea lisbet lisbeth lise liv lone lotta lovisa ludvig lukas
    magnar magne magnhild magnus maija maj maja malene malin malla marcus marek margareta margit margrethe mari
    maria marianne marie mariann mariela marika marit maritta marja marjatta marjo markku marko markus marte
    martin martti mathilde mats matti mattias maud merete merethe mette mia mikael mikko mikkel mina minna mirja
    mogens moa mona monika monica morten nanna niels niilo nils nina noora nora odd oddbjorn oddvar ola olav ole
    olavi oliver olle olli olof oskar oskari otto outi ove palle par pal pasi pauli pekka pelle per pernille peder
    pentti pertti pernilla peter petra petri petter pia pirjo pirkko poul preben raija raili raimo ragna ragnar
    ragnhild rasmus rauno reidar reidun reijo reima reino rikard rikke riikka risto ritva roald roar rolf rune
    runar saara sakari salla sami samuli sanna santeri satu seija seppo signe sigbjorn sigmund sigrid sigrun
    sigurd sigve siiri silje simo sindre sini sirkka sirpa siri siv sissel sofia solfrid solveig sondre soren
    stein steinar stefan sten stian stig stina sture sune susanna susanne svein sven svend svenn svenne synne
    synnove taina taisto tapani tapio tarja teemu teppo terje terhi tero terttu thea thor thorbjorn thorvald tiina
    timo tina tobias toini tom tomas tommi toni tone tor torbjorn tore torgeir torgny torill torleif torstein
    torsten torunn tove trine trond troels trygve tuija tuomas turid tuomo tuula tuulikki tyra tytti tyge ulf ulla
    ulrik ulrika urban urho urpo uno vappu veikko veijo veli vera vesa vibeke vidar viggo viktor ville vilhelm
    vilho virpi viveka vivi ylva yngvar yngve yrjo aarne aatos aino anneli annikki antero birta bryndis eirikur
    elias gisli gudbjorg gudmundur halldor helgi hildur hrafn ingibjorg jokull jonina katla kristjan magnea olafur
    palmi ragnheidur sigridur sigurbjorg sigurjon snorri sunneva svava thorsteinn thordur unnur vigdis`,
  given: `
    aku alma anton arni armi asko asta atli ada bo bror dan elli elsa essi eva frej idun ina inka iiris isa ivan
    jo joel julius kim kaj kaja leo liv lova maj max mika mai maren my nea ole oona olga pinja roope runa saga
    sara siv sol sonja stella stine thor tor ulrikke unn vilja viola`,
  givenWords: `
    asta bo dag elm frey gro hero linn maj mark nor odd per pal randi rolf saga sol sten stein stone storm tor
    turn ulv urban viola`,
  family: `
    aalto aaltonen aarnio aas aasen abrahamsen abrahamsson adolfsson agren ahlberg ahlgren ahlstrom ahlqvist ahola
    ahonen akerlund akesson alander alanen almqvist amundsen andersen andersson andreasen andreassen andreasson
    antonsen antonsson antikainen arnesen arvidsson asplund aune axelsen axelsson backlund backman backstrom bakke
    bakken bang bech bendixen bengtsson bengtson berge bergersen bergqvist bergh berggren bergholm berglund
    bergman bergstrom bertelsen birkeland birkelund bjerke bjerregaard bjerrum bjork bjorklund bjorkman blomberg
    blomqvist blomgren boe bogh bohlin borg borgstrom bostrom boman brandt bratland brekke breivik bruun brodersen
    bruland bryhn bugge bunde bodker carlsen carlson carlsson cederberg christensen christiansen christoffersen
    clausen dahl dahlberg dahle dahlen dahlgren dahlin dahlqvist dahlstrom dalgaard dam danielsen danielsson
    davidsen davidsson didriksen due eckhoff edlund edvardsen egeland eide ek ekberg ekholm eklund ekman ekstrom
    elgaard eliassen eliasson ellefsen ellingsen elo enberg engdahl engen engstrom enqvist eriksen erikson
    eriksson ericson ericsson erlandsen erlandsson ervasti eskelinen evensen fagerberg falk farstad fjeld
    fjeldstad flodin fogh forsberg forsell forsman forsstrom fosse franzen frandsen fredriksen fredriksson friis
    fredheim gabrielsen gade gjerde granberg granlund granqvist gram grondahl gronlund gronvold gulbrandsen
    gundersen gunnarsson gustafson gustafsson gustavsen gustavsson haagensen haaland hagberg hagen hagman hagstrom
    hakala hakansson haldorsen halonen hallberg hallgren halvorsen halvorsson hammarberg hammarstrom hammer
    hanninen hansen hanson hansson harju hartikainen haug haugen hauge haugland havik hedberg hedlund hedman
    hedstrom heggen heiberg heikkila heikkinen heikkonen heino heinonen helander helgesen hellberg hellman
    hellstrom helland helenius hemming hendriksen henriksen henriksson henningsen hermansen hermansson hietala
    hietanen hiltunen hirvonen hjelm hjort hoel hoff hogberg hoglund holappa holgersen holm holmberg holmen
    holmgren holmqvist holmstrom holst honkanen horn hougaard hovland huhtala huttunen huovinen husby hyvonen
    hyttinen hakkinen hamalainen ibsen ikonen ingebrigtsen ingvaldsen ingvarsson ilves isaksen isaksson iversen
    jaakkola jacobsen jacobsson jakobsen jakobsson jansson jantunen jarvela jarvinen jensen jeppesen jepsen
    jespersen jessen johannesen johannessen johannsen johannesson johansen johansson johnsen johnsson jokela
    jokinen jonassen jonasson jonsson jorgensen josefsson jonsen juhl juntunen juvonen kaasinen kainulainen kallio
    kangas karhu kariniemi karjalainen karlsen karlson karlsson karppinen karttunen kauppinen kauppila kekkonen
    kemppainen keranen ketola keskinen kettunen kinnunen kirkegaard kiviniemi kivinen kivela kjaer kjeldsen
    kjellberg klausen klemetsen knudsen knudtzon knutsen knutsson koch kofoed koivisto koivula koivunen kokkonen
    kolehmainen komulainen korhonen korpela kortelainen koskela koskinen kovanen krag kristensen kristiansen
    kristiansson kristoffersen krogh kronberg kruse kukkonen kurki kuusisto kvale kvam kvist kahkonen karkkainen
    laakso laaksonen laatikainen lahti lahtinen laine laitinen landin lampinen lappalainen larsen larson larsson
    lassila latvala laukkanen lauridsen lauritsen laursen lauritzen lehtinen lehto lehtola lehtonen leinonen
    leppanen leskinen lie lien lillevik lilja liljeberg lind lindahl lindberg lindblad lindblom linde lindell
    linden lindgren lindholm lindkvist lindqvist lindroos lindstrom lindh lindhe lindskog lofgren lofstrom lonn
    lorentzen lorentzon lovgren lund lundberg lundblad lundby lunde lundgren lundin lundkvist lundqvist lundsgaard
    lundstrom luoma lykke lyngstad madsen magnussen magnusson makela makinen malinen malmberg malmgren malmstrom
    manner mannila manninen martikainen martinsen martinsson mathiesen mathisen mathiassen mattila mattsson
    matsson meling melander michelsen mikaelsson mikkelsen mikkola mikkonen moberg moe moen mogensen molander
    moller monsen mortensen moritz munch munk munkhammar mustonen myhre myklebust myrvold maatta naess naeslund
    nergaard nevalainen niemela nielsen niemi nieminen nikkanen niinisto nikula nikkinen nilsen nilson nilsson
    niskanen nissen nissinen norberg nordahl nordberg nordgren nordin nordlund nordli nordqvist nordstrom noren
    norgaard nurmi nurminen nybakken nyberg nyborg nygaard nygard nygren nykanen nylander nylund nyman nystrom
    oberg ojala ojanen okkonen oksanen olafsson olausson olofsson oldenburg olesen oliversen olsen olson olsson
    opsahl osterberg ostergaard osterlund ostby ottesen otterstad ottosson ovesen paananen paasonen palmgren palm
    palmqvist palsson parviainen partanen pasanen paulsen pedersen pehkonen pekkarinen pelkonen peltola peltonen
    pennanen persen persson perttula petersson pettersen pettersson petersen pihl piironen pitkanen ponkala
    poulsen poutanen puustinen pulkkinen raatikainen raitala rantala ranta rantanen rask rasmussen rasmusson
    rautio rautiainen ravn raisanen rasanen reinholdt reponen riise rinne rinta robertsson rodberg roed ronning
    ronnberg rosen rosenlund rosenqvist rosendahl rostad ruud ruotsalainen ruuskanen rydberg ryberg rydell rygaard
    rytkonen ronkainen saarela saarinen saastamoinen saari sahlin salin salmela salmi salminen salo salonen
    samuelsen samuelsson sand sandberg sandell sandstrom sandgren sandvik savolainen schou schroder selander selin
    selvig sihvonen sillanpaa silvennoinen simonsen simonsson sinisalo sirola sivertsen sjoberg sjogren sjolander
    sjolund sjostrom skaar skau skarsgard skoglund skov skovgaard skogen slettebakk smedberg soderberg soderlund
    soderstrom soderman solberg solheim solli sommerfelt sorensen sormunen sorum sorensson staff stahl stenberg
    stenstrom steen steffensen stene stensrud stensson stokke storm strand strandberg stromberg stromsted strom
    stridsberg suominen sundberg sundby sundqvist sundstrom sundt sunde suutari svane svanberg svedberg svendsen
    svensen svenson svensson svenningsen syrjala sorlie sateri takala tamminen tandberg tanskanen tangen tarvainen
    teigen tengberg thomassen thomsen thoresen thorsen thorsson thorstensen thunberg thygesen tiainen tikkanen
    timonen toft toivanen toivonen tollefsen torgersen tornqvist torvinen torp torres tuominen turunen tuomela
    tveit tveten udd ulriksen uusitalo uotila vaananen vainio vaisanen valkonen valtonen vanhanen vartiainen
    vestergaard vesterlund vestby viitala viitanen vik vikstrom villadsen virtanen virta vinje voss vuorinen vuori
    vahala wahlberg wahlgren wahlstrom wallberg wallin wallgren walberg wang wedin welander wennberg wennerstrom
    wessman westberg westerberg westerlund westergaard westin westlund westman wiberg widmark wigren wik wiik
    wikstrom wiklund wikman winther wirkkala ylonen ylitalo zachariassen zetterberg zetterlund zetterstrom aberg
    ohman oman ostman ohrn arnason bjornsson einarsson gunnarsdottir gudmundsson gudmundsdottir helgason
    jonsdottir sigurdsson sigurdardottir stefansson thorsteinsson`,
  familyWords: `
    berg bjork bang blad blom bratt borg dam dahl ek falk fall fors frost gran gren hall hansa haven hem hill holm
    host kettle koski lang lake land lie lind ling lodge lund lunde moe munk mark norm palm park ring ronn ros
    rose rud saga sand skog skov solo sol steen sten stork storm strand strom sund svan sun toft torp vik wik wing`,
};
