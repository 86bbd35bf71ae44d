/** Names that are common in Vietnam, Thailand, Cambodia, Laos and Myanmar, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_VIETNAMESE_THAI: RegionNames = {
  commonGiven: `
    apichat anong anuchit anucha apinya araya arthit aroon atchara boonmee bunyarit chai chaiwat chalerm chanchai
    chanida chatchai charoen chompoo dao duangjai jirayu jintana kamol kanchana kanokwan kanya kasem kittipong
    kittisak komsan kornkanok krit kulap lalita manop mongkol montri nantana napat narong natcha nattapong nattaya
    niran nongnuch nopadon onanong orawan panida panya parinya patcharee pattama phakphum phichit phimchanok
    pichai piyanuch pongsak pornthip praphat prasert prasit prayut preecha ratana ratree rattana sakchai saksit
    saowaluk sarawut siriporn siriwan sirikit sombat sombun somchai somjai somkiat somkid sompong somporn somsak
    somying suchada suchart sudarat sukanya sumalee sunan supaporn suphan suraphong surasak surin suthep suwanna
    suwit tanawat teerapat thaksin thanakorn thanaporn thanawat thawat theerawat thidarat udom ubon wanchai wandee
    wanida wanpen warunee wattana weerachai wichai wilai wirat wisarut yingluck yuphin bopha chanthou chea kosal
    phalla rithy sokha sopheap sothea sovann sreymom vannak veasna aung thiha kyaw khin myint thant zaw`,
  given: `
    an anh bach bao bich binh cam chau chi chien cong cuc cuong dai dang danh dao dat diem diep dinh dong duc dung
    duong duy giang ha hai han hang hanh hao hien hieu hoa hoai hoan hoang hong huan hue hung huong huu huy huyen
    khai khanh khoa khoi kien kieu kim lam lan lanh le lien linh loan loc loi long luan ly mai man minh my nam nga
    ngan nghia ngoc nguyen nguyet nhan nhat nhi nhu nhung oanh phat phi phong phu phuc phung phuoc phuong quan
    quang quoc quy quyen quynh sang son tai tam tan thach thai than thang thanh thao thi thien thinh tho thong thu
    thuan thuc thuong thuy tien tin toan toi trang tri trinh trong truc trung truong tu tuan tung tuyen tuyet uyen
    van vien viet vinh vu vuong vy xuan yen malee nok noi ploy preeya somsri ying`,
  family: `
    bui cao chau chu dang dao diep dinh doan duong giang hoang huynh khuat kieu lam luong luu mac nghiem ngo
    nguyen ninh nong phan pham phung phuong quach tang thach than thai tong tran trang trinh truong tieu vuong vuu
    khong boonyarat bunnag chaisuwan chaiyaphum charoensuk chinawat chuenchai jaidee jitjai kaewkamnerd kaewmanee
    khamphan kittikul kongkaew lertsuwan maneerat meesuk namthip panyarachun phanomyong phongphan pramoj prommarat
    rattanakosin rattanaporn ruangroj saelee saengthong saetang sangkhawan saensuk shinawatra silpaarcha sirikul
    somboon srisai srisuk sukjai sukhum sukhumvit suksawat sutthipong suwannarat tantivej thongchai thongdee
    thongsuk vejjajiva wattanakul wongsawat wongsuwan yodying chantha khamtai phommachanh sisavath souvannavong
    vongphachanh keo sok chhim heng hun meas nhem ouk prak seng sihanouk`,
  familyWords: `
    dam ha long ly mai son to van vang`,
};
