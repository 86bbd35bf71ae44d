/** Names that are common in Bulgaria, the countries of former Yugoslavia, and Albania, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_BALKAN: RegionNames = {
  commonGiven: `
    aleksandar aleksandra amela amra ana andjela andreja angel anica anja antun asen asmir atanas azra biljana
    blagoj blagoja blagovest bogomil bojan bojana bora boris borislav borislava borivoj borut bosko boyan boyko
    boyka branimir branka branko bratislav daniela danijel danijela darinka darko davorka davorin dejan denitsa
    desislava despina diana dimitar dimitrije dino dijana djordje dobrinka dobromir dragan dragica drago dragoljub
    dragomir dragoslav dragutin drazen dubravka duro durdica dusan dusica edin elizabeta elvir elvira elvis emina
    emir enisa enver fadil fatmir fikret franjo galina georgi georgieva gerasim goce goran gordan gordana gorazd
    haris hristina hristo hrvoje ilija ilijana iliyan ilko irfan iskra iva ivajlo ivaylo ivanka ivica izet
    jadranka janez janko jasenka jasmina jasminka jasna jelena jelica joze jovan jovana jovanka jozica jugoslav
    jurica kalina kaloyan katarina katica kiril kiro kosta krasimir krasimira kresimir kristijan krum ksenija
    lazar ljiljana ljubica ljubisa ljubomir ljupco luka lyubomir lyudmil magda manol marija marijan marijana
    marinko marko martina matija metka mevlida mihajlo mijo milan milanka milena milenko milica milivoj miljan
    miljana milka milorad milos milovan mirjana mirko miroslava mirsad mirza mitko mladen mojca momcilo momchil
    nada nadezhda nadica natasa nebojsa neda nedeljko nedim nedyalko nemanja nenad nermin nevena nikola nikolay
    nikolina nina novak nusret obrad ognjen ognyan olivera pavle pencho penka perica petar petko petya plamen
    predrag primoz rade radivoje radko radmila radoje radojka radomir radosav radovan rajko ratko renato rossitsa
    rositsa rumen rumyana ruzica sabina safet sasa sead selma semir senad senka simeon sinisa slavica slavko
    slobodan slobodanka slavoljub snezana snezhana sofija spas spasoje sreten srdjan srdan stanimir stanislava
    stanka stanko stanoje stefka stevan stevo stjepan stojan stojanka stoyan stoyanka suad suada suzana svetla
    svetlana svetoslav svetozar tanja tatjana tihomir todor todorka tomaz tomislav tsvetan tsvetelina tsvetana
    uros vanja vaska vasil vasilka veljko velimir velichko ventsislav vesela veselin veselina veselko vesna vida
    violeta vjekoslav vladan vladimir vlado vlatka vlatko vojin vojislav vojko vuk yana yanko yavor yordan
    yordanka yuliyan zarko zdenka zdravka zdravko zeljka zeljko zhivka zhivko zivko zlatan zlatka zlatko zlatica
    zoran zorana zorica zorka zvonimir zvonko agim agron albana albert albulena alban altin anila ardian ardit
    arian armend artan arta artur avni arben arber bashkim bekim besa besart besim besnik blerim blerina blerta
    bujar burim dafina dardan dritan driton drita edlira edmond eduart elira elona elton ermal ermira erjon
    fatbardh fatos fatlum flamur florim flutura genc gentian gezim gjergj hysen ilir ismet kastriot klodian
    kushtrim leonora liridon lirie lulzim luljeta majlinda merita mimoza mirjeta naim nexhmije petrit pellumb
    rexhep sokol shpetim shpresa shqipe skender taulant teuta valbona valdrin valmir valon vjollca visar xhevdet
    ylli zamira zef`,
  given: `
    ales ante ajla aida boro dado damir daut denis duje edo ena feri gabi gaj hari ines ivo jure jurij jaka klemen
    klara lana leon lejla lovro lucija luan maja matej mate mario mile mira miro misa miso nejc nives niko nik
    nuno rada rok sanja sara sava stipe stana tea toni tina tin urska vera vid vinko vito zala zana ziga`,
  givenWords: `
    besa dino grad iva luka mira nada nova rada sava slava vera zora mimoza rok sokol`,
  family: `
    adamovic ademi ahmetaj ahmeti alic aliu andric angelov antic arnaut arsic atanasov avramov babic bajic bajrami
    balic ballabani banovic barisic basha basic begic begovic berisha bicic bilic blagojevic blazevic bogdanov
    borisov bosnjak bosko brankovic budimir bujar cavric celik cosic covic culjak cvetkovic cvitanovic dacic
    damjanov delic dervishi dimitrov dinev djokovic djordjevic djuric dobrev dodik dragovic dugandzic dzeko dzafic
    filipov filipovic gasi gashi gavric georgiev gjoka gjoni golob grabar grbic grgic grujic hadzic halilovic
    haradinaj hasani hodzic horvat horvatic hoti hoxha hribar hristov hysa ibrahimovic iliev ilic ismaili ivanov
    ivanovic ivic jakic jankovic jashari jelic jeric jovanov jovanovic jovic juric jurkovic kadic kajtazi kamberi
    karadzic katic kelmendi kljajic knezevic kobal kocevar kodra kolev kolar kolaric kos kosic kosovac kostic
    kostov kovac kovacev kovacevic kovacic krasniqi krajnc kralj kranjc krasnic krivokapic krstic kuci kucan
    kurtaj kurti kurtovic lazarov lazic leka lekic ljubic lovric lucic lukic maksimovic malaj mandic mandzukic
    maric marinov markov markovic martinovic matic mavric mehmeti meta mihajlov mihaylov mijatovic milic milosevic
    miletic milev miljkovic mirkovic mitev mitic mitrov mitrovic mlakar modric musa muja nano nedelcev nenadic
    nikic nikolic nikolov novak novakovic nushi obradovic oblak osmani pahor palic pandev panic pantelic pavic
    pavlov pavlovic penev perisic perkovic pesic petkov petkovic petrov petrovic plavsic popov popovic potocnik
    prenga prifti puric radev radic radonjic radovic rajic rakic rama ramadani rexhepi ristic rozman rugova sadiku
    sala salihi saric savic selimi shala shehu shabani simic simonov sokolov spahic spahiu stankov stankovic
    stanic stefanov stojanov stojanovic stoyanov stoichkov subasic susnjar sejdiu suljic tadic tahiri tasev tasic
    thaci todorov todorovic tomic topalov topi toshev tosic trajkov trajkovski trifonov tudjman tunjic turk uzunov
    vasilev vasic veliu veselinov vidic vidmar vlahov vlasic vucic vujic vukic vukovic vuksic xhaka yordanov
    zagorac zaharia zajc zdravkov zeka zhivkov zidar ziberi zivkovic zlatanov zoric zovko zupan zupanc zupancic`,
  familyWords: `
    golob kos leka lisica meta most novak oblak rama turk zima zupan`,
};
