/** Names that are common in Estonia, Latvia and Lithuania, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_BALTIC: RegionNames = {
  commonGiven: `
    aigars aija ainars aivar algirdas alvydas andres andris andrius antanas arturas arvydas astra aurimas ausra
    austeja baiba dainis dainius daiva dalius darius donatas dovile edgars egle eglite eimantas gatis gediminas
    giedrius gintaras gintare girts guntis gunta heino ieva ilze indrek inese ingrida inta ivars jaan jaanus
    jekaterina jolanta jonas jurate jurgis juris juozas justinas kadri kaspars kazimieras kestutis kristaps
    kristjan lauris liene liga liina lina linas maarja maija mantas mart marius mindaugas modris monta neringa
    normunds peeter pille piret povilas raimonds ramunas rasa reet reinis rimantas rita rokas ruta saulius sigita
    sirje solvita tiit tiina toomas tomass uldis urmas vaida valdas valdis vilma virginija vytautas zane zigmas
    zilvinas`,
  given: `
    aivars anu artis kert kaja katrin kristi laima mati mare merle piia priit rain riina siim tarmo tanel tonis
    triin ulle veiko vilius`,
  givenWords: `
    aare dace laura lauma rain rasa roland`,
  family: `
    abols adamaitis aleksandravicius andersons antanaitis apinis auzins baltrusaitis balodis berzina berzins bite
    briedis brazauskas butkevicius butkus cerniauskas dambis eglitis freimanis gailis gailitis gasiunas grigas
    grybauskaite grinberga ilves ivanauskas jakobsons jankauskas jankauskiene jansons juhanson kaasik kallas
    kalnina kalnins kalnietis karklins kask kaupo kazlauskas kazlauskiene kivi klavina klavins koppel krasts
    kraulis krumins kukk kuusk laanemets landsbergis lapins lepik liepa liepina liepins lukosevicius magi matulis
    mets meri mitkus naujokas ozolina ozolins ozols paulauskas petersons petrauskas petraitis petrova parn pukk
    rebane reinsalu rozitis rudzitis saar sabonis savickas sepp sildre silins simkus sirvydas skujins sprogis
    stankevicius sulcs tamm tammsaare tomsons urbonas urbonaite upitis vaher vaitkus valters vanags vanaga
    vasiliauskas vitols zukauskas zalite zarins zemitis zvirbulis`,
  familyWords: `
    bite kalns kivi lacis liepa mets ots rand roze saar sild upe`,
};
