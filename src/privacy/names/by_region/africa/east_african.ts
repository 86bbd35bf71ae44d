/** Names that are common in Ethiopia, Eritrea, Somalia, Kenya, Uganda, Tanzania and Rwanda. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_EAST_AFRICAN: RegionNames = {
  commonGiven: `
    abdi abdifatah abdirahman abdirizak abdiwali abebe abeba abel abiy achieng addis adhiambo adugna akinyi
    alemayehu alemitu alemu aliyah almaz amare amina amondi anyango asefa asha ashenafi asli asnakech aster atieno
    awino awuor ayaan ayan ayele aynalem bekele belaynesh berhane berhanu bethlehem biniam birtukan bizunesh
    chebet chege chelimo chemutai chepkemoi cherono cheruiyot dawit daud degitu dereje derartu desta eden
    ejigayehu elias embet endalkachew ephrem eskinder ezra faduma fahmo fartun fasil feven fikre fikru filsan
    genet genzebe gebre getachew getahun girma haile hailu hamdi hana haregewoin helen hibo hirut hodan hodo idil
    ifrah imani jama jelani jepchirchir juma kamau kariuki kassahun kebede kemunto kenenisa kidane kipchoge
    kiplagat kipkemboi kiprono kiprotich kiprop lemlem letesenbet makeda makonnen mahlet makena mamo mebrahtu
    mehari mekdes mekonnen melaku melat meles meseret merhawi meskerem mesfin mihret mohamud mukami mulu mulugeta
    mumbi mumbua mutua muthoni mwende mwangi nafula nakato nalubega namukasa nebiat neema negash njeri njoki
    nkirote nyambura nyokabi ochieng odhiambo okello omondi opiyo otieno rahel rehema roble sahra salim samatar
    samrawit selam selamawit semira seid senait seyoum shifa sintayehu sisay solomon tadesse tamrat tariku tedros
    tekle temesgen tesfaye tesfa tewodros tigist tilahun tirunesh tizita tsegaye tsehay wairimu wambui wambua
    wangari wangui wanja wanjiku wanjiru waris warsame wondimu worku workneh wubit yared yeshi yohannes yordanos
    zahra zawadi zenebech zelalem zewdie baraka bahati furaha jabali jomo kwamboka salome uwimana umutoni mugisha
    ingabire habimana uwase byamukama kato nakimuli namubiru ssali wasswa babirye tumusiime twinomujuni achola
    akello apio auma nekesa naliaka`,
  given: `
    abdu adan ali baraka dahir farah hawa hassan ismael jama liya liben musa nuru omar saba sara samia yusuf`,
  givenWords: `
    addis baraka desta eden faith grace hope imani innocent joy mercy patience peace rehema sunday`,
  family: `
    abdi abdullahi abebe abera adan aden adem ahmed alemayehu alemu ali amare amin asfaw asefa assefa ayele barre
    barasa bekele belay berhane berhe beyene chebet chege cheptoo cheruiyot dahir dawit demissie desta dibaba
    diriye duale egal elmi farah fikre gebre gebremariam gebremedhin gebreselassie gebrselassie getachew ghebre
    girma gitau githinji gichuru guled haile hailemariam hailu hassan hersi hirsi ibrahim isse jama jimale kabaka
    kagame kaggwa kamau karanja kariuki kassa kebede kenyatta keter kibaki kibet kidane kigozi kimani kinyanjui
    kinyua kipchoge kipkorir kiplagat kipruto kiprotich kirui koech korir kosgei lagat lemma macharia magufuli
    maina makonnen mbabazi mboya mengistu mesfin mohamed mohamud mosoti mugabe mugisha mukasa mulwa munene
    mureithi muriithi muriuki musembi museveni mutai mutasa mutiso mutua muthee mwai mwamba mwangi mwaniki mwenda
    mwinyi naibei negash njenga njoroge njuguna nkurunziza nsubuga ntaganda nur nyambura nyerere nyong nyongo
    obama obote ochieng oduor odinga odongo odhiambo ogola okello okoth okot oloo omar omondi ondieki onyango opio
    opiyo oromo ochola otieno ouma owino rotich roba ruto samatar samoei selassie shiferaw simiyu sisay ssekandi
    ssemakula tadesse tafesse taye teferi tekle tesfaye tessema tilahun tola tsegaye wafula wainaina waithaka
    wambugu wambui wanjala wanyama wanyonyi warsame wekesa woldemariam woldu wolde worku yimer yohannes yusuf
    zewde zenawi ndayishimiye niyonzima hakizimana habyarimana uwimana mukamana ndikumana nshimiyimana nyirenda
    banda massawe mushi mollel mwakasege`,
  familyWords: `
    barre desta farah nur tola`,
};
