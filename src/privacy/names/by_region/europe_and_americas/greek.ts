/** Names that are common in Greece and Cyprus, in Latin letters. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_GREEK: RegionNames = {
  commonGiven: `
    achilleas agapi aggeliki aggelos alexandros alexandra alexis alkis anastasia anastasios andreas angeliki
    angelos anna anthi antigoni antonis antonios apostolos argyris argyro aristea aristides aristotelis athanasia
    athanasios athina charalambos charis christos christina chrysa chryssa chrysoula constantina constantinos
    despina dimitra dimitrios dimitris dionysia dionysis eftychia eirini ekaterini elefteria eleftherios eleni
    elpida emmanouil evangelia evangelos evanthia evi evgenia filippos foteini fotini fotis fotios georgia
    georgios giannis giorgos grigoris haralambos harris iasonas ilias ioanna ioannis iosif iraklis irini kalliopi
    katerina kimon konstantina konstantinos kostas kyriaki kyriakos lambros lefteris leonidas loukas magdalini
    manolis margarita maria marina marios matina menelaos michail michalis miltiadis minas myrto nektarios nefeli
    nikitas nikolaos nikoleta nikos odysseas olympia orestis panagiota panagiotis panos pantelis paraskevi
    parthena pavlos pericles petros polyxeni rallou savvas sofia sotiria sotiris spyridon spyridoula spyros
    stamatia stamatis stavros stavroula stefanos stella stelios stergios stratos stylianos sotirios tasos thanasis
    thanos theodora theodoros theofilos themis thodoris thomas triantafyllos vaia vagelis vaggelis vangelis
    varvara vasiliki vasilis vasileios vassilis vassiliki xanthippi xenia yannis yiannis yiorgos zacharias zinovia
    zoi`,
  given: `
    aris akis babis danai dora fani gianna kiki lia lina litsa makis mary mimis niki petra rena roula soula takis
    tolis toula vaso voula zefi zisis`,
  family: `
    alexandrou alexiou anagnostou anastasiou andreou angelou antoniou apostolou argyriou argyros asimakis
    athanasiou avramidis charalambous christou christodoulou chronis dellas demetriou dimas dimitriou dimou
    dragoumis economou efthymiou eleftheriou fotiou galanis ganas georgiou giannakis giannou gikas gkikas hatzis
    iliou ioannidis ioannou kalogeras kallas kanakis kanellos karagiannis karras karamanlis karatzas katsaros
    kazantzakis kefalas kokkinos kolokotronis konstantinidis konstantinou kontos korres kostopoulos kotsis kouris
    kouvelis koutras kyriakou lambrou lazaridis lazarou lekkas liakos lymperis makris manolas manos markou mavros
    michail michailidis michalis mitsotakis moraitis nanos neofytou nikolaidis nikolaou nikou oikonomou panagiotou
    panagoulis panayiotou pantazis pantelidis papachristou papadakis papadimitriou papadopoulos papadopoulou
    papageorgiou papaioannou papakonstantinou papandreou papanikolaou papas pappas papathanasiou paraskevas
    pavlidis pavlou petridis petrou polyzos raptis roussos samaras sarris savvidis savvas seferis sideris simitis
    siskos soulis spanos spiliotis spyrou stamatiou stavrou stefanou stergiou theodorou theodoridis theodorakis
    thomaidis tsakalos tsipras tsiolis tsoukalas tzanis valavanis varoufakis vasileiou vasiliou vassiliou vlachos
    vogiatzis voulgaris xenakis xydis zachariou zafeiris zannis zervas zikos zografos`,
};
