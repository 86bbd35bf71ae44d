/** Names that are common in Hungary. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_HUNGARIAN: RegionNames = {
  commonGiven: `
    agnes akos alexandra andras aniko anna antal aranka aron arpad attila balazs balint barnabas bea beata bela
    bence benedek bernadett bertalan boglarka botond csaba csilla csongor dalma daniel david denes dezso dora
    dorottya edina edit elemer emese emoke endre eniko erika ervin erzsebet eszter etelka eva fanni ferenc
    fruzsina gabor gabriella gellert gergely gergo geza gizella gyorgy gyongyi gyongyver gyozo gyula hajnalka
    henrietta ibolya ildiko ilona imre iren istvan ivett izabella jolan jozsef judit julianna kalman karoly
    katalin kinga klara kornel krisztian krisztina laszlo lajos levente lilla lorand maria marianna marta marton
    mate matyas melinda miklos mihaly mihalyne monika noemi nikolett norbert olga orsolya pal peter piroska reka
    rita robert roland rozalia sandor sarolta szabolcs szilard szilvia tamas terez tibor timea tivadar tunde
    vilmos viktoria vivien zita zoltan zsanett zsigmond zsofia zsolt zsombor zsuzsa zsuzsanna`,
  given: `
    adam adel andor bori emma gabi ida jeno joska kata kati laci lili luca maja matild mihaly nora otto pista piri
    rozsa samu vera zalan zoli zsuzsi`,
  family: `
    acs antal bakos balazs balint balla balogh balog bano baranyi barta bartha barath bartok benedek benko
    bereczki bercsenyi biro bodnar bogdan bodo bognar boros borbely bozsik csanyi csaszar cseh cserhati csizmadia
    csonka csorba deak dobos dobo domokos dozsa dudas elek erdelyi erdos fabian faludi farago farkas fazekas feher
    fekete fodor fulop fuzesi gaal gal gaspar gazdag gombos gergely gulyas gyorgy gyori hajdu halasz halmos
    harsanyi hegedus hegyi hidegkuti horvath huszar illes ivan jakab janosi jonas juhasz kadar kallai kalman
    kantor karacsony kardos kassai katona kecskes kelemen kemeny kerekes kertesz keresztes keszthelyi kiraly kis
    kiss kocsis kollar komaromi kovacs kovats kozma kun lakatos lantos laszlo lendvai lengyel lorincz lukacs
    magyar major makai makovecz marton mate megyeri mester meszaros mezei mihalyi mikes mohacsi molnar moricz nagy
    nemes nemeth novak nyari nyilas olah orban orosz orsos osvath pal palfi palinkas pap papp pasztor pataki
    petofi pinter polgar pongracz puskas racz rada radnai rakoczi revesz rozsa rudas sandor santa sarkozi sarkozy
    sebestyen simon sipos solti somogyi soos stefan suto szabo szalai szalay szanto szasz szekely szekeres
    szentgyorgyi szegedi szep szigeti szilagyi sziladi szirtes szollosi szucs szoke szoboszlai takacs tamas tarr
    toth torok tolnai tompa torma torday turi urban vadas vajda varadi varga varkonyi vas vass veres vegh veress
    vida virag vincze voros zambo zsoldos`,
  familyWords: `
    balla barta biro elek hegyi kantor katona kis magyar major mester orban pap pinter santa vas`,
};
