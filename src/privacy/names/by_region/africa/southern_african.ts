/** Names that are common in South Africa, Zimbabwe, Zambia, Malawi, Botswana, Namibia, Mozambique and Angola. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_SOUTHERN_AFRICAN: RegionNames = {
  commonGiven: `
    andile anele ayanda babalwa bheki bhekizizwe bongani bonginkosi bongiwe buhle busisiwe chipo chiedza
    christiaan cobus dikeledi dineo dumisani farai fezile funani gugu gugulethu hendrik hlengiwe hlumelo
    innocentia itumeleng jabu jabulani jacobus johannes kabelo kagiso karabo katlego keabetswe kgalema kgomotso
    khanyisile khaya khethiwe khumo kudzai kwanele langa lebo lebogang lehlohonolo lerato lesego lindani lindelwa
    lindiwe lindokuhle loyiso lungile lungelo lunga lwazi makhosi malusi mandla mandisa masego matshidiso mbali
    mbongeni mmabatho mmusi moeketsi mogomotsi moshoeshoe mpho mthunzi mxolisi mzwandile naledi ndumiso neo
    nobuhle nokuthula nokwanda nolwazi nomalanga nomathemba nombulelo nomcebo nomfundo nomonde nompumelelo nomsa
    nomvula nomzamo nonhlanhla nonkululeko nosipho nozipho nqobile ntombi ntombizodwa ntokozo palesa petrus
    phakamani phindile phumla phumzile pieter pule puleng refilwe rendani rorisang rudo sabelo samkelo samukeliso
    sandile sanele senzo sibongile sibusiso sifiso sihle sikhumbuzo simphiwe sindisiwe siphiwe sipho siphokazi
    sithembile siyabonga sizwe sizakele sphiwe tafadzwa tanaka tapiwa tariro tatenda tawanda tebogo tendai thabang
    thabiso thabo thandeka thandi thandiwe thando thandolwethu thapelo thato thembeka thembekile thembi
    thembinkosi themba thokozani thokozile thulani thulile tinashe tiisetso tladi tlotlo tsepo tshepiso tshepo
    tsholofelo tumelo tumisang unathi vusi vusumuzi vuyani vuyo vuyiswa wandile xola xolani xolile yandisa zandile
    zanele zinhle zodwa zola zoleka zolani zukile zwelethu chikondi chimwemwe kondwani limbani mphatso tamanda
    yankho mutale mwila chanda bwalya mulenga chileshe`,
  given: `
    ane anri danie gift hannes koos kobus marike mia neels neo riaan sakkie schalk tertius tendai thuli vuyo zola
    zodwa`,
  givenWords: `
    beauty blessing brilliant gift goodwill happiness innocent justice lucky patience precious prince privilege
    progress pretty pule sunshine surprise trust wonder`,
  family: `
    bester beukes bezuidenhout booysen botha botes brink buthelezi cele chauke chikwanda chiluba chirwa cloete
    coetzee coetzer cronje deklerk devilliers dhlamini dhladhla dladla dlamini dube duplessis dutoit els
    engelbrecht erasmus ferreira fourie gcaba geldenhuys goosen gqola greyling grobler grobbelaar gumede hadebe
    hlatshwayo hlongwane joubert kambule kekana kgosi khama khanye khoza khumalo kruger kubheka kunene labuschagne
    langa lekota lombard louw lubbe luthuli mabaso mabena mabuza machel madikizela madonsela mahlangu majola
    makgoba makeba malan malema malherbe maluleke manana mandela mapisa marais maree masango maseko masondo
    mashaba masilela mathebula matlala matthee mavuso mazibuko mbatha mbeki mbele mbhele mchunu mdluli meintjes
    mhlongo mjoli mkhabela mkhize mnguni mnisi modise mofokeng mogale mohlala mokoena mokgosi mokone moloi molefe
    moleko molewa moodley motaung mothibi motlanthe motsepe moyo mphahlele msibi msimang mthembu mthethwa mtshali
    mudenda mugabe mulaudzi munyai musonda mutasa mvubu mwale mwanawasa naidoo ncube ndaba ndebele ndhlovu ndlovu
    nel nene ngcobo ngema ngobeni ngubane ngwenya nhlapo nkabinde nkomo nkosi nkuna ntuli nxumalo nyambose nyathi
    nyirenda odendaal oosthuizen phiri pienaar pillay potgieter pretorius qwabe radebe rabie ramaphosa
    raubenheimer rossouw scheepers schoeman sekgala senekal shabalala shabangu shange shezi sibanda sibeko sibiya
    sikhakhane sisulu sithole smuts snyman sobukwe steenkamp steyn strauss strydom swanepoel swart tambo tau
    terblanche theron thobejane thwala tlou tshabalala tsvangirai tutu vanderwesthuizen vanniekerk vanrooyen
    vanwyk vanzyl venter verster verwoerd viljoen visagie vorster wessels xaba xulu zondi zondo zulu zuma zwane
    banda chanda chitsiga chiwenga gumbo kaunda lungu makoni mhlanga mnangagwa mutharika mutua musoke sata shumba
    tembo zimba chissano guebuza machava mondlane nyusi sitoe dossantos neto lourenco`,
  familyWords: `
    els langa nel sata zulu`,
};
