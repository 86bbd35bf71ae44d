/** Names that are common in Japan, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_JAPANESE: RegionNames = {
  commonGiven: `
    ai aika aiko aimi akane akari akemi aki akihiko akihiro akihito akiko akinori akio akira ami aoi arata asami
    asuka asako atsuko atsushi aya ayaka ayako ayame ayano ayumi ayumu azusa chiaki chie chieko chiharu chihiro
    chika chinatsu chiyo chiyoko daichi daigo daiki daisuke eiichi eiji eiko emi emiko eri erika eriko etsuko
    fumiko fumio fumiya goro hana hanako haruhiko haruka haruki haruko haruna haruto hayato hideaki hidehiko
    hideki hideko hidemi hideo hidetoshi hideyuki hikari hikaru hinata hiroaki hirofumi hiroki hiroko hiromi
    hiroshi hiroto hiroyuki hisako hisashi hitomi hitoshi honoka ichiro ikuko isamu isao itsuki izumi jiro junichi
    junko junpei kaede kaho kaito kana kanae kanako kaori kaoru katsuhiko katsumi katsuo katsuya kayo kayoko kazue
    kazuhiko kazuhiro kazuki kazuko kazumi kazunori kazuo kazuya kazuyuki kei keigo keiichi keiji keiko keisuke
    keita kenichi kenichiro kenji kensuke kenta kentaro kikuko kimiko kiyoko kiyoshi koharu kohei koichi koichiro
    koji kosuke kota kotaro kouji kumiko kunio kyoko kyohei maho mai maiko maki makiko makoto mami mamoru manabu
    manami mao mariko masaaki masahiko masahiro masaki masako masami masanobu masanori masao masaru masashi masato
    masaya masayo masayuki masumi mayu mayuko mayumi megumi michiko michio mieko miho mihoko mika miki mikako
    mikio minako minami minoru miori misaki misako mitsuko mitsuo mitsuru mitsuhiro miu miwa miyako miyoko miyu
    miyuki mizuki mizuho moe momoka momoko motoki nagisa nana nanako nanami nao naoki naoko naomi naoto naoya
    natsuki natsuko natsumi noboru nobuhiro nobuko nobuo nobuyuki nodoka noriaki norihiro noriko norio noriyuki
    nozomi osamu ren reiko reina riku rie rieko rika riko rikako rina rintaro risa ryo ryohei ryoichi ryoko ryoma
    ryosuke ryota ryotaro ryu ryuichi ryuji ryunosuke sachiko sadako saki sakura saori sara satoko satomi satoru
    satoshi sayaka sayuri seiichi seiji seiko setsuko shigeki shigeko shigeo shigeru shinichi shingo shinji
    shinobu shinya shiori shizuka shizuko shoichi shoji shota shogo shohei shoko shou shuhei shuichi shuji
    shunsuke sora sota sumiko susumu suzuka tadao tadashi taichi taiki taisuke takaaki takafumi takahiro takako
    takanori takao takashi takato takayuki takehiko takeo takeru takeshi taku takumi takuya tamaki tamiko taro
    tatsuo tatsuya tetsuo tetsuro tetsuya tetsuji tokiko tomoe tomohiro tomoka tomoki tomoko tomomi tomoya
    tomoyuki toru toshiaki toshihiko toshihiro toshiko toshio toshiyuki tsubasa tsukasa tsutomu tsuyoshi wakana
    wataru yasuhiro yasuko yasuo yasushi yasuyuki yohei yoichi yoji yoko yosuke yoshiaki yoshie yoshihiro yoshiki
    yoshiko yoshimi yoshinori yoshio yoshito yoshiyuki youko yu yua yudai yui yuichi yuichiro yuji yuka yukari
    yuki yukie yukihiro yukiko yukio yuko yuma yumeka yumi yumiko yuna yuri yuriko yusaku yusuke yuta yutaka yuto
    yuya yuzuki`,
  given: `
    ichika jin jun kai kana ken kenta kiko leo maya mei mio nao nori rei rin rio riho sae sana sho shun shin yuu`,
  givenWords: `
    ai aki hana hikari kaede mai maki midori miki nana sakura sora tsubasa`,
  family: `
    abe adachi aihara akagi akiyama amano ando anzai aoki aoyama arai araki arakawa asada asai asano ayabe azuma
    baba ban chiba chino daigo doi ebina edo egawa eguchi endo enomoto eto fujii fujimori fujimoto fujimura
    fujisawa fujishima fujita fujiwara fukuda fukui fukumoto fukunaga fukushima funaki furukawa furuta furuya goto
    hagiwara hamada hamaguchi hamasaki hanada hara harada hasegawa hashimoto hatakeyama hatano hatoyama hattori
    hayakawa hayami hayashi hidaka higa higashi higuchi hino hirai hirano hirao hirata hirose hiroshima hirota
    honda honma hori horie horikawa horiguchi hoshi hoshino hosokawa hosoda ichikawa ichihara iida iijima iizuka
    ikeda ikegami ikuta imai imamura inagaki inoue inaba ise ishibashi ishida ishiguro ishihara ishii ishikawa
    ishimoto ishizaki ishizuka isobe isono ito itagaki itakura itoh iwai iwamoto iwasaki iwata izawa izumi jinnai
    kagawa kageyama kaji kajiwara kamata kamei kamiya kaneda kaneko kanemoto kanno kasai kashiwagi katagiri
    katayama kato katoh katsura kawabata kawada kawaguchi kawahara kawai kawakami kawamoto kawamura kawano
    kawasaki kawashima kawata kazama kikuchi kimoto kimura kinoshita kishi kishida kishimoto kitagawa kitajima
    kitamura kitano kobayashi koga kohno koike koizumi kojima komatsu komori kondo konishi konno kono koshiba
    koyama kubo kubota kudo kumagai kurihara kuroda kurokawa kurosaki kurosawa kusano kusunoki kuwabara kuwahara
    machida maeda maekawa maki makino maruyama masuda matsuda matsui matsumoto matsumura matsunaga matsuo matsuoka
    matsushita matsuura matsuyama mihara miki minami minamoto mishima misawa mita mitani mitsui miura miyagi
    miyahara miyamoto miyake miyazaki miyazawa miyashita mizuno mizuta mochizuki mori moriguchi morikawa morimoto
    morioka morishita morita moriyama motoyama mukai munakata murakami muramatsu muraoka murata muto nagai nagano
    nagasawa nagashima nagata nagayama naito nakada nakagawa nakahara nakai nakajima nakamoto nakamura nakanishi
    nakano nakao nakashima nakata nakatani nakayama nakazawa narita nemoto nishi nishida nishihara nishikawa
    nishimoto nishimura nishino nishioka nishiyama nishizawa noda noguchi nomura nonaka noro nozaki numata obata
    ochiai oda ogata ogawa oguchi oguri ohara ohashi ohno ohta oikawa ojima oka okada okamoto okamura okano okawa
    okazaki oki okubo okuda okumura okuno okuyama omori omura onishi ono onodera ooka osaka osawa oshima ota otake
    otani otsuka oya oyama ozaki ozawa saeki saga saigo saito saitoh saijo sakaguchi sakai sakakibara sakamoto
    sakata sakuma sakurai sakuragi sano sasaki sasagawa sato satoh sawada sawai sawamura segawa seki sekiguchi
    sekine seto shibasaki shibata shibuya shiga shima shimada shimamura shimazaki shimizu shimoda shimomura
    shimura shinoda shinohara shinozaki shiraishi shirai shirakawa shiroyama shoji soga sonoda suda suga sugawara
    sugimoto sugimura sugita sugiura sugiyama sumida suzuki tabata tachibana tada tagawa taguchi tahara taira
    tajima takada takagi takahara takahashi takahata takai takamatsu takamura takano takaoka takasaki takashima
    takata takayama takeda takei takemoto takemura takenaka takeshita takeuchi takizawa tamaki tamura tanabe
    tanaka tani tanigawa taniguchi tanimoto tashiro tateishi tazawa terada teramoto terasaki tezuka toda togashi
    tokuda tokugawa tokunaga tominaga tomita toyama toyoda toyota tsuchiya tsuda tsuji tsukada tsukamoto tsunoda
    tsuruta tsutsui ueda uehara uemura ueno ueshima uchida uchiyama ueki umeda umehara umezawa uno urata usui
    usami wada wakabayashi watabe watanabe watanuki yabuki yagi yamada yamagata yamagishi yamaguchi yamakawa
    yamamoto yamamura yamanaka yamane yamaoka yamasaki yamashita yamauchi yamazaki yanagi yanagida yano yasuda
    yasui yokota yokoyama yokoi yonekura yoneda yoshida yoshihara yoshikawa yoshimoto yoshimura yoshino yoshioka
    yoshizawa yuasa yuki`,
  familyWords: `
    ban doi edo hara higashi hiroshima honda hoshi izumi mori nagano nishi oka osaka saga seki shima suzuki toyota
    yamaha`,
};
