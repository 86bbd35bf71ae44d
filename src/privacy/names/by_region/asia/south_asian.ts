/** Names that are common in Sri Lanka and Nepal. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_SOUTH_ASIAN: RegionNames = {
  commonGiven: `
    achala ajith amali amila anoma anura aruni asanka asela ashan bandula buddhika chamara chaminda chamari
    champika chandana chandani chathura chathurika damith dammika dayani deshani dhammika dilani dilhani dilini
    dilshan dinusha duminda eranga gayan gayani gihan hashan hasini himali indika ishara janaka jayantha kamal
    kanchana kasun kumari kumudu kusal lahiru lakmal lakshan lalith lasith madhavi madhushan mahela mahinda malini
    malith manjula menaka muttiah nadeesha nalaka namal nayana nilanthi nimal nipuna nirosha nishantha nuwan
    oshada pathum piyumi prabath pradeepa prasanna priyantha rangana ranil rasika ruvini ruwan sachini sajith
    sampath sanath sandamali sanduni sangakkara saman samantha shanika shehan sumudu sunethra supun thilina
    thilini thushara tharindu tharanga udara upul vindya wasantha yasith anjana anuja aarati asmita bhuwan bibek
    bijay bikash bikram bimala bina binod bishal bishnu chandra deepa dhiraj dipak dipendra durga ganga gyanendra
    hari ishwor janak kabita kamala keshab kiran kishor krishna kusum laxman laxmi lila mahendra manisha maya
    milan mina nabin nirajan nirmala niraj nisha pabitra padam parbati pemba prabin prakash pramila prashant puja
    puspa rabindra rabina rajan rajendra ram ramesh rohit roshan sabin sabina sabita sagar sajan samjhana sandesh
    sangita sanjeev santosh sarita saroj shanta shiva shova shrijana sita subash sujan suman sunita surendra
    sushma tenzing tsering umesh yubaraj dorje nima pasang`,
  family: `
    abeysekara abeysinghe abeywardena alwis amarasinghe arachchi atapattu balasuriya bandara bandaranaike cooray
    dahanayake dassanayake desilva dharmasena dias dilshan dissanayake ekanayake fernando fonseka gamage gunaratne
    gunasekara gunathilaka gunawardena hapuarachchi herath hettiarachchi jayakody jayamanne jayasinghe jayasuriya
    jayatilaka jayawardena jayawardene karunanayake karunaratne kumara kumarasinghe kumaratunga liyanage
    madushanka malinga mathews mendis munasinghe muralitharan nanayakkara navaratne pathirana peiris perera pieris
    prasad premadasa premaratne priyadarshana rajapaksa rajapakse ranasinghe ranatunga ranaweera ratnayake
    rathnayake rodrigo samarasinghe samaraweera senanayake senaratne seneviratne silva siriwardena sirisena siva
    subasinghe thilakarathne tillekeratne udawatte vaas vithanage weerakoon weerasinghe wickramasinghe
    wickremesinghe wijeratne wijesinghe wijesuriya wijetunga wimalasuriya selvanayagam thambiah sivanandan
    nadarajah rasalingam adhikari aryal basnet bhandari bhatta bhattarai bista budhathoki chand chaudhary chettri
    chhetri dahal devkota dhakal dhungana gauchan ghale ghimire giri gurung gyawali joshi karki kafle kc khadka
    khanal koirala kunwar lama lamichhane limbu magar mahat mahato mainali maharjan malla nepal neupane ojha oli
    pandey pant parajuli paudel pokharel poudel pradhan prajapati pun rai rajbhandari rana regmi rijal sapkota
    shahi sharma sherpa shrestha silwal subedi sunuwar tamang thapa thapaliya tiwari tuladhar upreti wagle yadav`,
  familyWords: `
    giri lama mendis nepal rana rai pun`,
};
