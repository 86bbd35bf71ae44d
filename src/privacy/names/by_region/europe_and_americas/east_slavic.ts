/** Names that are common in Ukraine, Russia and Belarus, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_EAST_SLAVIC: RegionNames = {
  commonGiven: `
    afanasy aleksandr aleksandra aleksei aleksey alena alesya alevtina alexander alexandra alexei alexey alina
    alisa alla alyona anastasia anastasiia anastasiya anatoli anatoliy anatoly andrei andrey andrii andriy anfisa
    angelina anna anton antonina arina arkadiy arkady arseniy artem artyom asya bogdan bogdana bohdan bohdana
    boris borys bronislav daniil danila danylo daria dariia darya denis denys diana dina dmitri dmitriy dmitry
    dmytro eduard ekaterina elena elizaveta emma evgeni evgenia evgeniy evgeniya evgeny fedir fedor fyodor galina
    gennadi gennadiy gennady georgiy german gleb grigori grigoriy grigory halyna hanna hennadiy hlib hryhoriy
    ignat igor ihor ilia ilya inessa inga inna ioann iosif ira iryna irina ivan ivanna kateryna khrystyna kira
    kirill klavdia konstantin kostiantyn kostyantyn kristina ksenia kseniia kseniya kyrylo lada larisa larysa
    leonid lesia lesya lev lidia lidiya lilia liliya lyubov lyudmila liudmyla lyudmyla maksim maksym makar
    margarita maria mariia mariya marina maryna matvei matvey maxim mikhail mikita milana mykhailo mykola mykyta
    myroslav myroslava nadezhda nadia nadiia nadiya natalia nataliia nataliya natalya nazar nazarii nikita nikolai
    nikolay nina nikolaj oksana oleg oleh olena olesya oleksandr oleksandra oleksii oleksiy olga olha orest ostap
    panas pavel pavlo petro pyotr platon polina prokhor raisa rodion roman rostislav rostyslav ruslan ruslana
    ryhor sasha sergei sergej sergey serhii serhiy siarhei semyon sofia sofiia sofiya solomiya stanislav stepan
    svetlana sviatlana sviatoslav svitlana svyatoslav taisia tamara taras tatiana tatsiana tatyana tetiana tetyana
    tikhon timofey timur tymofiy uladzimir ulyana vadim vadym valentin valentina valeria valeriia valeriy valeriya
    valery valentyna varvara vasil vasili vasiliy vasily vasyl vera veronika viacheslav viktor viktoria viktoriia
    viktoriya vira vitali vitaliy vitaly vitalii vitalina vlad vladimir vladislav vladislava vladlena volodymyr
    vsevolod vyacheslav yakov yana yaroslav yaroslava yaryna yegor yehor yekaterina yelena yelizaveta yevgenia
    yevgeny yevgeniy yevhen yevhenia yulia yuliia yuliya yuri yuriy yury yurii yustyna zakhar zhanna zinaida zoya
    zoryana`,
  given: `
    alex anya ark artur dasha dima galya gosha katya kolya kostya lena lida luba luka lyuba masha misha mark
    nastya natasha oles olya pasha petya raya rita rosa sanya slava sonya stas sveta tanya tolya vanya varya vasya
    vika vitya volodya vova yan yura zhenya zina`,
  givenWords: `
    lada mark mir slava nika vera luka`,
  family: `
    abramov afanasyev aksyonov alekseev alekseyev alexeev andreev andreyev andrienko anikin anisimov antonenko
    antonov artemenko babenko babich baranov bezruk belousov belov belyaev belyakov bielik biletsky blinov bobrov
    bogdanov boiko bojko boyko bondar bondarenko bondarchuk borisov borodin borisenko bortnik boychuk budko
    bulgakov burlak bykov chaika chayka chekhov chernenko cherniak chernov chernyshev chornovil chub chumak
    danilov danylenko davydov demchenko denisov didenko diachenko dmitriev dolgov doroshenko dorofeev drach dubina
    dubrovsky dudko dyachenko dzyuba efimov egorov emelyanov eremin ermakov ershov evseev fedorchuk fedorenko
    fedorov fedoseev fesenko filatov filippov fomin frolov gagarin galkin gavrilov gerasimov golovin golubev
    gorbachev gorbunov gordienko gorshkov grachev grebenyuk grigoriev grigoryev gromov gubanov gurov gusev guzenko
    havrylenko hnatyuk holub honchar honcharenko horbenko hordiyenko hrytsenko hryhorenko hutsul ignatenko ignatov
    ilchenko ilyin isaev ishchenko ivanchenko ivanenko ivanov ivashchenko kalinin kalashnikov karpenko karpov
    kasyanov kazakov khomenko kharchenko kirilenko kirillov kiselev kiselyov klimenko klimov klymenko kolesnik
    kolesnikov kolesnyk komarov kondratenko kondratiev konovalov konovalenko korol korolev korotkov kostenko
    kostin koshelev kotenko kotov koval kovalchuk kovalenko kovalev kovalyov kovtun kozak kozlov krasnov
    kravchenko kravchuk kravets krylov kryvenko kryvonos kucher kucherenko kudryavtsev kulik kulyk kuznetsov
    kushnir kuzmenko kuzmin kyrychenko lapin larin lazarev lebedev leonov levchenko lisenko litvinenko litvinov
    lobanov loginov lukashenka lukashenko lukin lukyanenko lutsenko lysenko lytvyn lytvynenko lyashenko makarenko
    makarov maksimov malinin malyshev mamontov markin martynenko martynov maslov matvienko matveev medvedev
    melnichenko melnichuk melnik melnikov melnyk melnychuk mikhailov mikhaylov mironov miroshnichenko moiseenko
    moiseev morozov moroz mospan mukhin myronenko nazarenko nazarov nechayev nesterenko nesterov nikiforov nikitin
    nikolaev nikolayev nosenko novikov odintsov oleynik oliinyk oliynyk olijnyk onishchenko onyshchenko orlov
    osipov ostapenko ostapchuk panasenko panchenko panov parkhomenko pasternak pavlenko pavliuk pavlov pavlyuk
    petrenko petrov petruk pidhirnyi pilipenko platonov poddubny polishchuk polyakov ponomarenko ponomarev popov
    popovich poroshenko potapov prokhorov pronin protasov prykhodko putin pylypenko radchenko rodionov rogov
    romanenko romanov romanchuk romanyuk rozhkov rudenko rudnyk ryabov rybakov rybak rykov sachenko safonov saenko
    samoylov samsonov savchenko savchuk savelyev savin selivanov semenchenko semenenko semenov semenyuk semyonov
    sergeev sergienko serov shapoval sharapov shatalov shcherbakov shcherbak shcherbyna shevchenko shevchuk
    shevtsov shirokov shishkin shmatko shmyhal shpak shulga shvets sidorenko sidorov simonenko skliar sklyar
    skrypnyk smirnov smirnova sobolev sobol sokolov solovyov soloviev solovey sorokin stelmakh stepanenko stepanov
    stetsenko strelkov subbotin sukhov suvorov sviridov sydorenko symonenko tarasenko tarasov tereshchenko
    tereshkova terentyev tikhonov timofeev tishchenko titarenko titov tkach tkachenko tkachuk tolstoy tretyak
    trofimov tsvetkov tsybulko turchyn tymchenko tymoshenko tyurin ustinov usyk vakulenko vasilchenko vasiliev
    vasilyev vasylenko vdovichenko veselov vinogradov vinnik vlasov vlasenko volkov voloshin voloshyn voronov
    voronin vorobyov voznesensky yakimenko yakovenko yakovlev yaremchuk yaroshenko yashin yatsenko yefimov yermak
    yermolenko yurchenko yushchenko zabolotny zaitsev zakharchenko zakharov zaytsev zayets zelensky zelenskyy
    zhdanov zhuk zhukov zhuravlev zimin zinchenko zozulya zubkov zuev zyuganov adamovich baranovich bahdanovich
    karatkevich kazlou kavalchuk kavaliou marozau novik sakovich zhdanovich`,
  familyWords: `
    bilan bog chaika kucher lev moroz sad sokol zima zhuk volk melnik`,
};
