/** Names that are common in Poland. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_POLISH: RegionNames = {
  commonGiven: `
    adrianna agata agnieszka aleksander aleksandra alicja alojzy amelia anastazja andrzej aniela anita anna antoni
    antonina arkadiusz artur balbina barbara bartlomiej bartosz beata benedykt blazej bogdan boguslaw boguslawa
    bogumila bolestaw boleslaw bozena bronislaw bronislawa cecylia celina cezary czeslaw czeslawa dagmara damian
    danuta daria dariusz dawid dominik dominika dorota edward edyta elwira elzbieta emilia eugeniusz ewa ewelina
    fabian feliks filip franciszek franciszka gabriela genowefa gerard grazyna grzegorz halina hanna helena henryk
    henryka honorata hubert igor ilona irena ireneusz iwona izabela jacek jadwiga jagoda jakub janina janusz
    jaroslaw jerzy joanna jolanta jozef jozefa julita justyna kacper kajetan kamil kamila karol karolina katarzyna
    kazimierz kazimiera kinga klaudia konrad kornelia krystian krystyna krzysztof ksawery lech lechoslaw leokadia
    leszek lidia lucjan lucyna ludwik ludwika lukasz maciej magda magdalena malgorzata malwina marcelina marcin
    marek mariola mariusz marta martyna maryla marzena mateusz maurycy michal michalina mieczyslaw mikolaj milena
    milosz miroslaw miroslawa monika nikodem norbert oliwia oskar patrycja patryk pawel paulina piotr przemyslaw
    radoslaw rafal regina remigiusz renata robert roksana roza ryszard seweryn slawomir sebastian stanislaw
    stanislawa stefania sylwester sylwia szczepan szymon tadeusz teresa tomasz tymoteusz urszula wanda waclaw
    waldemar weronika wieslaw wieslawa wiktor wiktoria wincenty wioletta witold wladyslaw wladyslawa wlodzimierz
    wojciech zbigniew zdzislaw zdzislawa zofia zuzanna zygmunt`,
  given: `
    ada adam asia basia bartek ela gosia iga irek jan jarek jola julek kasia kuba krysia lena maja magda maks
    mietek ola piotrek staszek tomek tola wojtek zosia zuzia zenon iza`,
  givenWords: `
    jan lena kalina malina maja roza julia`,
  family: `
    adamczak adamczyk adamski andrzejewski antczak augustyniak baran baranowski bartkowiak bednarek bednarz bialek
    bielecki bielak bieniek blaszczyk blaszczak bogucki bojarski borkowski borowiec brzezinski brzozowski
    budzynski bujak chmiel chmielewski chojnacki chrzanowski cichon cieslak cieslik cybulski czaja czajka
    czajkowski czarnecki czech czerwinski czyz dabrowska dabrowski debski domagala domanski drozd duda dudek
    dudziak dutkiewicz dziedzic dziuba filipek filipiak frankowski gajda gajewski gawel gawron glowacki gluszek
    golec gorecki gorka gorski grabowski grochowski gruszka grzelak grzegorczyk gutowski guzik herman ignaczak
    iwanski jablonski jackowski jakubiak jakubowski janas janik janiszewski jankowski janowski jaros jarosz
    jasinski jastrzebski jaworski jedrzejczyk jozwiak jozwik jurek kaczmarczyk kaczmarek kaczor kaczynski
    kalinowski kaminska kaminski kania karczewski kasprzak kasprzyk kazmierczak kedzierski kepa kisiel klimczak
    klimek kmiecik kolodziej kolodziejczyk komorowski konieczny kopec kosinski kostrzewa kot kotowski kowal
    kowalczyk kowalewski kowalik kowalska kowalski kozak koziol kozlowska kozlowski krajewski krakowiak krawczyk
    krawiec krol krolikowski krupa krzeminski krzyzanowski kubacki kubiak kubica kucharski kuczynski kujawa
    kulesza kulik kurek kurowski kuzniar kwasniewski kwiatek kwiatkowska kwiatkowski kwiecien laskowski lech
    leszczynski lesniak lewandowska lewandowski lipinski lis lisowski lukasik lukaszewski madej maciejewski
    mackowiak majchrzak majewski makowski malecki malek malinowski marciniak marcinkowski marczak markiewicz
    markowski marszalek maslowski matuszak matuszewski matysiak mazur mazurek mazurkiewicz michalak michalczyk
    michalik michalski mielczarek mierzwa mikolajczak mikolajczyk milewski misiak misztal mlynarczyk mroczek mroz
    mrozek mucha murawski musial nawrocki niemczyk niewiadomski nowaczyk nowak nowakowski nowicka nowicki olczak
    olejniczak olejnik olszewski orlowski orzechowski ostrowski osinski owczarek pajak pawelec pawlak pawlik
    pawlowski pawlowska piatek piasecki piechota pietrzak pietrzyk pilarski piotrowska piotrowski piwowarczyk
    pluta polak popiolek popielarz przybyla przybylski przybysz ptak rak ratajczak rogowski rojek romanowski
    rosinski rozanski rudnicki rutkowski rybak rybicki rzepka sadowski sawicki serafin siwek sienkiewicz sieradzki
    sikora sikorski siwiec skiba skowronski skrzypczak slowik slowinski smolinski sobczak sobczyk sobieraj
    sobolewski socha sokolowski sosnowski sowa sroka stachowiak stankiewicz stasiak stawicki stefaniak stepien
    strzelecki swiatek swiderski swierczynski szewczyk szczepaniak szczepanski szczesny szcze szwed szulc
    szydlowski szymanska szymanski szymczak tokarski tomaszewski tomczak tomczyk trzaska turek tkaczyk urban
    urbaniak urbanek urbanski walczak wasilewski wasik wawrzyniak wdowiak wesolowski wieczorek wierzbicki wilczek
    wilczynski wilk winiarski wisniewska wisniewski witek witkowski wlodarczyk wojcicki wojciechowski wojcik
    wojtas wojtowicz wolak wolski wozniak wrobel wroblewski wrona wysocki zajac zakrzewski zaleski zalewski
    zaremba zarzycki zawadzki zdunek zielinska zielinski zieba zielonka zimny ziolkowski zuk zurek zwolinski zych`,
  familyWords: `
    baran chmiel czech duda gora kania kos kot lis mak mazur mucha pan polak rak rogal ryba sowa turek urban wilk
    wrona zima`,
};
