/** Names that are common in Israel and among Jews elsewhere, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_ISRAELI: RegionNames = {
  commonGiven: `
    adi aharon ahuva alon amichai amir amit amnon amos anat ariel arie arik asaf aviad avigail avihai avital
    avishai avner avraham avi ayala ayelet baruch batsheva batya benny benyamin chaim chana chaya dafna dalit
    dalia daniel danit david devora dikla doron dorit dov dvora efrat ehud eitan elad elazar eli eliezer elinor
    eliyahu elisheva elkana erez esther eyal eytan galit gavriel gershon gideon gilad gilat guy hadas hadar hagai
    hagit haim hanan hanoch hila hillel ido idan ilan ilana ilanit inbal inbar irit itai itamar itzhak izhar keren
    lilach limor liora liron maayan malka matan matanel meirav meir menachem menashe merav michal mordechai moran
    moshe naama nachum nadav naftali natan nava neomi netanel netta nimrod nir nissim nitzan noam noga nurit ofer
    ofir ofra ohad omer omri oren orit orly orna osnat pinchas rachel rafi ran raz reuven revital rivka roni ronen
    ronit rotem ruth sagi sarit shachar shai shalom shaul shimon shimrit shira shiri shirly shlomi shlomit shlomo
    shmuel shoshana shulamit sigal sigalit simcha smadar tamar tal talia tomer tova tsipora tuvia tzipi tzvi uri
    uriel uzi vered yaakov yael yair yakir yakov yaniv yaron yarden yechiel yehoshua yehuda yehudit yigal yishai
    yisrael yitzhak yoav yochai yochanan yoel yona yonatan yoram yosef yossi yotam yuval zeev zehava zvi`,
  given: `
    adva amir aya bar ben boaz dan dana eden ella erez gal gil hen ido kobi lea liat lior maya mika mor noa noy
    ofek or paz ram rina rona roy sapir shay shir tali tomi yam yoni ziv`,
  givenWords: `
    bar ben dan eden gal gil hen mor or paz ram raz shir tal yam ziv sapir shalom`,
  family: `
    abergel abitbol abramovich abutbul adler alfasi aloni alon altman amar amsalem arad arbel ashkenazi assaraf
    atias avidan avital avraham avrahami azoulay azulay bachar baruch barak barkat bendavid benhaim benshimon
    benyamin benzvi berkovich berkowitz biton bitton blum cohen dagan dahan danino dayan deri drori edri efrati
    eisenberg elbaz elias elimelech eliyahu elkayam elmaliach epstein eshel eshkol ezra feldman finkelstein
    fishman friedman furman gabay gabbay gantz geffen ginsburg glazer golan goldenberg goldman goldstein gottlieb
    green greenbaum gross guetta gutman hadad halevi halevy harari harel hazan hazut herzog hoffman horowitz
    hurwitz kagan kahane kahlon kaplan katz katzir kedar keinan kishon klein koren kremer landau lapid lavi levi
    levin levy lieberman livni malka maman margalit marom mashiach mazor meir melamed meridor mizrachi mizrahi mor
    mordechai moreno moshe nachmani nahum navon netanyahu nir nissim ohana ohayon oren oz paz peled perel peres
    peretz perlman portnoy rabin rabinovich rabinowitz raviv regev reznik rivlin rosen rosenbaum rosenfeld
    rosenblum rubin rubinstein saban sagi sapir sasson schwarz segal segev sela shaked shalev shalom shamir
    shapira sharabi sharon shavit shechter sheinfeld shemesh shimoni shitrit shochat shoham shulman siboni silver
    simchon sofer soffer solomon stern suissa swissa tal tamir tevet tzur vaknin vaknine weinberg weinstein
    weizman wexler yaacobi yadin yadlin yair yariv yatom yehoshua yifrach yisraeli yosef zacks zaken zamir zilber
    zilberman zohar zuckerman`,
  familyWords: `
    barak bar dan gal golan lapid mor oz paz peres segal shalom sharon tal`,
};
