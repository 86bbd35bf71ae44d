/** Names that are common in Senegal, Mali, Ivory Coast, Guinea, Burkina Faso, Cameroon, the Congo, Madagascar and their neighbours. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_FRANCOPHONE_AFRICAN: RegionNames = {
  commonGiven: `
    abdoul abdoulaye abdourahmane adama adjoa adja affoue aissata aissatou akissi alassane alioune alpha amadou
    amara aminata aminatou assane assetou astou awa aya babacar bakary bamba bineta binta bintou birane bocar
    boubacar cheick cheikh cheikhou chantou coumba dado daouda demba diarra dieynaba djeneba djibril djibo elhadji
    fanta fatim fatima fatimata fatou fatoumata gnagna habibatou hawa idrissa ibrahima idrissou ismaila issa
    issiaka issouf kadiatou kadidia kadidiatou karamoko khady khadidiatou kouadio kouame kouassi lamine lassana
    lassina maimouna mahamadou mahamat mamadou mame mamou mariama mariame mariatou massamba massata mbaye modibo
    modou mor moussa nafissatou ndeye ngone nogaye oulimata oumar oumou ousmane oumarou papa pape ramata ramatou
    rokhaya rokia rokiatou sadio safiatou saidou salamata salif salimata sekou seydou seynabou sidi sidiki sokhna
    souleymane tidiane tiemoko thioro tiguida yacouba yacine yaya youssouf youssoupha zenabou ziguy zouratou
    emerence ngono mireille nadege ekambi eyenga makelele mbuyi ntumba ngalula kabongo kalala mwamba bijou
    bienvenu dieudonne dieumerci fiston glodi guylain herve merveille parfait prosper tresor rova hery haja lalao
    miora nirina rado soa tiana voahangy fenosoa harinala`,
  given: `
    akissi ali ama aida awa baba bibi dior fama fily ibou kine lala mame mor ndela oury sira tata yaye`,
  givenWords: `
    alpha bijou bienvenu merveille papa parfait prosper tresor`,
  family: `
    abega achille adjovi agbodjan ahidjo akakpo amoussou assoumou atangana aw ayite ba bah bamba bako balde barry
    bathily beye biya bongo bouba camara ceesay cisse coly conde coulibaly dabo dacosta dansou daffe dembele diaby
    diagne diakhate diakite diallo diane diarra diarrassouba diatta dieng dieye diome dione diop diouf dioum djibo
    doumbia doumbouya drabo drame eboue ekambi essomba etoo eyadema fall faty faye fofana gassama gaye gbagbo
    gning gnassingbe gueye guindo haidara houphouet ilboudo issoufou kabila kabore kabongo kafando kalala kamara
    kamate kane kante keita kebe kabasele kodjo koffi konate kone kouadio kouakou kouame kouassi kouyate koulibaly
    lo lukaku lumumba maiga makosso mane manga mbappe mbaye mbengue mbeng mbia mbodj mbuyi mendy milla mobutu
    moukoko mounkaila moussa mukendi mulumba mutombo nana ndao ndiaye ndiayes ndour ngom nguema nguesso niang
    niasse nikiema njoya nkolo nkunku nouhou ntumba ouattara ouedraogo ousmane pogba sagna sakho sall samake
    sambou samb sanga sangare sankara sanogo sarr savadogo sawadogo seck sene senghor sidibe simpore sissako
    sissoko sonko sory soumare sow sylla tall tandia tapsoba tchouameni thiam thiaw thioune tine top toure traore
    tshisekedi tshibangu tounkara wade wague yameogo yao yattara zaire zerbo zongo zoungrana andriamanana
    andrianarisoa rabemananjara rajaonarimampianina rajoelina rakoto rakotoarisoa rakotomalala rakotondrabe
    ramanantsoa randria randriamampionona randrianasolo rasoanaivo ratsiraka ravalomanana razafindrakoto razafy
    razanamasy`,
  familyWords: `
    ba bongo fall mane top wade zaire`,
};
