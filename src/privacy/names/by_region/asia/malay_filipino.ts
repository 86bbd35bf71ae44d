/** Names that are common in Indonesia, Malaysia, Singapore and the Philippines. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_MALAY_FILIPINO: RegionNames = {
  commonGiven: `
    abdul adi aditya agung agus agustina ahmad aini aisyah ajeng akbar amin andi andini andika anggi anggraini
    anisa anita annisa ari arief arif aris astuti asri ayu azizah azlan azman azmi bagus bambang bayu budi cahya
    cahyono chandra citra dedi deddy desi devi dewi dian dicky dimas dina dini diah djoko dodi dwi edi eka eko
    endah endang erni erwin fadli fahmi faisal fajar farah faridah fatimah ferry fitri fitriani galih gatot gilang
    gita guntur hadi hafiz hafizah hakim halimah hamzah haris hartono haryanto hasan hendra hendri heri herman
    hesti heru hidayat husin ida ika ilham imam indah indra intan irfan irma irwan ismail iwan izzat jaya joko
    junaidi kamal kartika kartini krisna kurnia laila lestari lilis linda lukman made mahmud maria marzuki maya
    mega melati mohd mohamad muhamad muhammad mulyadi nabila nanda nasir nia nining nisa nita nor norazlina
    norhayati noraini nugroho nur nurhaliza nurul nurhayati oktavia prabowo pramono prasetyo puspita putra putri
    rahayu rahmat rani ratih ratna reni reza rian rika rina rini rizal rizki rizky roni rosmah roslan rosnah rudi
    sari santi setiawan sinta siti slamet soekarno sri suci suharto sulaiman sunarti suparman supriyadi suryadi
    susanti susilo sutrisno suwarno syafiq syahrul syarifah taufik teguh titi tri tuti udin umar usman utami wahyu
    wahyuni wati wawan widodo widya wulan yanti yati yudi yuli yulia yuliana yuni yusof yusuf zainal zainuddin
    zaki zulkifli zuraidah amihan angelica angelito arnel arvin bayani benigno bongbong corazon crisanto danilo
    dalisay divina edgardo efren elmer erlinda ernesto ferdinand florante florencio gina gloria imelda jejomar
    jericho jhun jomar jonel jovelyn joselito josefina jun juanito leonora ligaya lito lorna luzviminda maricel
    maricar marikit marites marilou marivic maylene melchor merlinda nenita nestor ninoy noel noemi norma perla
    precious ramil randel redentor remedios reynaldo rizalina rodel rogelio rolando romeo romulo ronaldo rosalinda
    rowena rosario sheila teresita tessie vilma virgilio wilfredo zenaida`,
  given: `
    adinda amir ana ani bima boy buyung cici dara dita elsa fira ina lia nadia nana nani nining puan raja reza rio
    tika vina vivi wan yani yaya`,
  givenWords: `
    citra dewi intan maya mega melati melody precious princess putra putri sari bintang cahaya`,
  family: `
    abdullah adriansyah alamsyah anwar aritonang asmara atmadja azhari aziz baharuddin basri batubara budiman
    budiono cahyadi darmawan djajadi fadhil fauzi firmansyah ginting gunawan habibie hadiwijaya hadiyanto hakim
    halim hamzah handoko harahap hartanto hasibuan hermawan hidayat hussein hutabarat hutagalung hutapea indrawan
    irawan iskandar ismail jokowi kadir kurniawan kusnadi kusuma kusumawati lubis maharani manurung maulana
    megawati mulyono nababan nainggolan napitupulu nasution ningsih nugraha othman pangestu pardede permana
    permata pertiwi pranoto pratama pratiwi purnama purnomo purba puspitasari putranto rahardjo rachman rahman
    ramadhan razak rosli saleh salim samad sanjaya santosa santoso saputra saragih sembiring setiadi siahaan
    siregar sihombing simanjuntak simatupang sinaga sitompul situmorang soedirman soeharto sudarsono sugianto
    sugiarto suharto sukarno sukarnoputri sumarni supriyanto surya suryana susanto sutanto suwandi syahputra
    syarif tampubolon tanjung wibisono wibowo wicaksono widjaja wijaya winarno wiranto yudhoyono yulianti yunus
    zakaria zulkarnain badawi mahathir nordin osman abad abella agbayani aguinaldo alcantara alonzo alvarez
    andrada aquino arellano atienza bagatsing balagtas baltazar banaag batungbakal bautista bayani belmonte
    bernardo bonifacio buenaventura cabrera calimlim castillo catacutan concepcion cojuangco dacuycuy dalisay datu
    david delacruz delosreyes delossantos dimaculangan dimaandal dimagiba dizon domingo duterte enrile ermita
    espiritu estrada evangelista gatchalian guevarra guinto jacinto joaquin lacson lagman lapid legarda lim
    liwanag lualhati luna lumbao mabini macapagal macaraeg magbanua magno magsaysay malonzo manalo manansala
    mangubat marasigan marcos mendiola mercado mojica monteclaro narciso ocampo osmena pacquiao pamintuan
    panganiban pangilinan pascual pascua pimentel punzalan quizon ramos recto reyes rizal robredo roxas sabado
    salonga salvador santos sarmiento sison soliman sotto soriano sumulong tadeo tolentino trinidad tugade umali
    valdez velasco villaflor villamor villanueva villaruel yulo zubiri tiongson`,
  familyWords: `
    datu david domingo halim jaya lapid lim luna magno mercado ong permata pratama ramos recto reyes rizal santos
    surya tan`,
};
