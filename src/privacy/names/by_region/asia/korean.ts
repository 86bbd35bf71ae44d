/** Names that are common in Korea, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_KOREAN: RegionNames = {
  commonGiven: `
    byungchul chaewon changmin dahyun daehyun donghae donghyun dongwook dongwoo eunhee eunji eunjung eunkyung
    eunseo euntae eunyoung gayoung geonwoo gyuri haejin haeun hayeon hayoon hyejin hyeonjun hyeri hyejung hyesung
    hyunjin hyunjoo hyunjung hyunsoo hyunwoo inho inyoung jaehyun jaemin jaesung jaewon jaeyoung jihoon jihye
    jihyun jimin jinho jinwoo jinyoung jisoo jisung jiwon jiwoo jiyeon jiyoung jongmin joohee joohyun joowon junho
    junseo junhyung junyoung juwon juyeon kyungho kyunghee kyungmin kyungsoo kyungja mihyun minah mingyu minho
    minhyuk minjae minji minjun minjung minkyung minseo minseok minsoo minsu minyoung misook miyoung myungho
    myunghee nayeon okja sangchul sanghoon sanghyun sangmin sangwoo seohyun seojin seojun seoyeon seoyoon seulgi
    seungho seunghyun seungmin seungwoo seunghee siwoo sohee sohyun soojin sookja soomin sooyeon sooyoung sunghoon
    sungho sungjin sungmin sungsoo sunmi sunhee sunyoung taehyung taeyang taemin taeyeon woojin wonho wooyoung
    yejin yerin yoojin yoonah yoonseo youngja youngho younghee youngmi youngmin youngsoo yujin yuna yunho yuri
    sangho jungsook jungho junghee jinsoo jeongeun misun`,
  given: `
    chul dong eun gun hae hee ho hoon hye hyuk hyun hyung in jae ji jin joo joon jung kyung mi min myung sang seo
    seok seon seung si so soo sook su suk sun sung tae uk won woo yeon yong yoon young yun bora dasom sora nari
    haneul sarang`,
  givenWords: `
    bora haneul sora young`,
  family: `
    bae baek bang byun cha chae cho choi choe chon chu chun chung eom gu gwak ham heo hong huh hwang hwangbo jang
    jeon jeong ji jin jo joo joung ju jung kang kim ko koo kwak kwon lee lim maeng min moon myung na nam namgoong
    no noh oh park paik pak pyo rhee ri rim roh ryu seo seok seol shim shin sim sohn son song suh sung tak um won
    woo yang yeo yeom yi yim yoo yoon youn yu yun`,
  familyWords: `
    an cha do go ha ho jo kang ma moon na no oh park son song won yang`,
};
