/** Names that are common in China, Taiwan, Hong Kong and Singapore, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_CHINESE: RegionNames = {
  commonGiven: `
    guoqiang haiyan jianguo jianhua jianjun jianping jiahao jiaqi jiawei jiayi jingjing junjie lijuan lihong lihua
    liping lingling meihua meiling meili mingzhu qiang ruoxi shaohua shuang shufen shuhua siyu tingting weimin
    weiming wenbin wenjie wenjing wenhua wenwen xiang xiaobo xiaodong xiaofeng xiaohong xiaohui xiaojun xiaolan
    xiaolei xiaoli xiaoling xiaoming xiaomei xiaoping xiaowei xiaoyan xiaoying xiaoyu xinyi xinyu xiuying xiulan
    xueqin yanhong yanping yifan yijun yiming yingying yixuan yongjun yuanyuan yubin yuchen yuhan yulan yuling
    yumei yuting yuxuan yuzhen zhenhua zhigang zhihao zhiming zhipeng zhiqiang zhiyuan zhongguo zihan zimo zixuan
    ziyi chiahao chiaying chihming chunghua meiyu shuchen yating yichun yuwen kwokwai siuming kafai kaming waiman
    haoran haoyu jiaming kaiwen lijun minghui mingming peipei qianqian rongrong ruolan shanshan shiyu weijie
    weiwei xiaoxiao yangyang yaqin yutong zhanwei zhengyu chunhua guihua guiying haibo haitao hongmei hongwei
    hongyan huifang huiling jiangtao jingyi jinhua liming lina meng qiuyue shuying suzhen weidong weihua weiping
    xianming xueying yahui yanyan yafei yuanchao yuehua yuqing zhaohui zhenzhen zhihui zhiyong`,
  given: `
    ai bao bei bin bing bo chao chen cheng chun chung cong dan dong fang fei fen feng gang guang guo hai han hao
    he heng hong hua huan hui jia jian jiao jie jin jing jun kai kang kun lan lei li lian liang lin ling long lu
    mei meng min ming na nan ning pei peng ping qi qian qin qing qiong qiu quan rong rui shan shuai shu shun song
    tao ting tong wei wen xi xia xian xiang xiao xin xing xiong xiu xu xuan xue xun ya yan yang yao yi yin ying
    yong yu yuan yue yun ze zhen zheng zhi zhong zhuo zi chi ching kit kwok lok man pui shing siu wah wai wing yee
    yuen yuk chia chih hsin hsiu jung tzu`,
  givenWords: `
    bing han long man ping song wing`,
  family: `
    bai cai cao chan chang chao chau chen cheng cheung chiang chien chin ching chiu chou chow choy chua chu chuang
    chung cui dai deng ding dong duan fang fei feng fong fung gao gong guan guo han hao hou hsieh hsiao hsu huang
    hui hung jia jiang jiao jin kang kao keung kong koh kuang kuo kwan kwok kwong lai lam lau lei leung liang liao
    liew lim lin ling liu loh loong lui luo luk meng mok mou ngai ning niu ouyang pan pang peng poon pu qian qiao
    qin qiu quan ren shang shao shen shi shih shum sima situ siu siew song su sun sung szeto tam tan tang tao teng
    teo teoh tian tien tsai tsang tse tseng tsui tsoi tung wan wang wei wen weng wong woo wu xia xiang xiao xie
    xiong xu xue yan yang yao yeh yeung yi yin ying yip yong yu yuan yuen yung zeng zhai zhan zhang zhao zheng
    zhong zhou zhu zhuang zou zuo zhuge ong ang goh ng quek sng tay yeo seah pua ooi khoo kuok`,
  familyWords: `
    an bai ban bao bo chi du fan fu ge gong gu he hong hu ji jing kong lang lei li long lu ma mao mo na pan ping
    qi qu ren sang sha shan song sun tan tang tao wan wen wing ye yip zen`,
};
