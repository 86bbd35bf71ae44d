/** Names that are common in Spain and Latin America. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_SPANISH: RegionNames = {
  commonGiven: `
    abelardo abel abril adalberto adela adolfo adrian adriana agustin agustina aida aitor alba alberto alejandra
    alejandro alejo alfonso alfredo alicia alma alonso alvaro amaia amalia amanda amparo ana anabel anahi andrea
    andres angelica anselmo antonia antonio araceli ariadna ariel armando arnau arturo asuncion aurelio aurora
    azucena barbara bautista beatriz belen benjamin bernabe bernardo berta bibiana blanca borja braulio brayan
    brenda brisa bruno camila camilo candela carina carla carles carlota carlos carmelo carmen carolina catalina
    cayetana cecilia celia cesar christian cintia clara claudia claudio clemente concepcion constanza consuelo
    cristian cristina cristobal cruz daniel daniela dario david debora delfina demetrio diana diego dolores
    domingo dulce edgar edgardo edith edmundo eduardo elena eliana elias elisa eloisa eloy elsa elvira emiliano
    emilio emma encarna encarnacion enrique eric erica ernesto esmeralda esperanza esteban estefania estela ester
    estrella eugenia eugenio eulalia eusebio eva evaristo evelio evelyn ezequiel fabian fabiola facundo fatima
    faustino federico felipe felix fermin fernanda fernando fidel florencia florencio francisca francisco franco
    gabriel gabriela gael gaspar genaro gerardo german gilberto gimena gines gisela gloria gonzalo gorka graciela
    gregorio griselda guadalupe guillem guillermina guillermo gustavo hector heriberto hernan hilario hipolito
    horacio hortensia hugo humberto ibai ignacia ignacio iker imelda inaki ines inmaculada irene iris irma isaac
    isabel isidoro isidro ismael itziar ivan ivonne izan jacinto jacobo jaime jairo javier jazmin jennifer
    jeronimo jesus jimena joaquin joel jordi jorge jose josefa josefina josep josue juan juana juanita juanjo
    judith julia julian juliana julieta julio justo karen karina karla laia lara laura leandro leocadio leonardo
    leonel leonor leopoldo leticia lidia liliana lisandro lorena lorenzo lourdes lucas lucia luciana luciano
    lucrecia luis luisa luz macarena magdalena maite malena manolo manuel manuela marcela marcelino marcelo
    marcial marco marcos margarita maria mariana mariano maribel maricarmen maricela marina mario marisa marisol
    maritza marta martin martina mateo matias matilde mauricio maximiliano maximo melchor melisa mercedes micaela
    miguel milagros mireia mireya miriam modesto moises monica monserrat montserrat nadia narciso natalia nayeli
    nazaret nerea nestor nicanor nicolas nicolasa nieves noelia noemi nora norberto norma nuria octavio odalys
    ofelia olga oliver omar oriol orlando oscar osvaldo otilia pablo paco paloma paola pascual patricia patricio
    paula paulina paz pedro pepe perla pilar porfirio priscila purificacion rafael rafaela raimundo ramiro ramon
    ramona raquel raul rebeca regina reinaldo remedios renata rene reyes ricardo rigoberto rita roberto rocio
    rodolfo rodrigo rogelio rolando roman romina ronaldo rosa rosalia rosalinda rosario rosaura ruben rufino ruth
    sabina salvador samuel sandra santiago santos sara saul sebastian selena sergi sergio silvia silvestre simon
    sixto socorro sofia sol soledad sonia susana tadeo tamara tania tatiana telmo teodoro teofilo teresa tomas
    trinidad ulises unai uriel ursula valentin valentina valeria vanesa vanessa vera veronica vicenta vicente
    victor victoriano vilma violeta virginia viviana wilfredo wilmer xavier ximena xiomara yadira yago yamila
    yanira yessica yolanda zacarias zaira zoraida zulema`,
  given: `
    aina ander ane angel asier beto biel chema chus conchi cuca david eneko gabi gala jon juancho julen kepa kike
    koldo lalo lali lito lola lolita luisito mar marc maria marga mari memo meritxell mikel miren nacho nando nico
    noa olaia oier pau pepa pepita pol quim quique rafa ramoncito roc rosita sole tere teo toni txema vega xabi
    xavi yago`,
  givenWords: `
    abril alba alma amparo angel angeles aurora blanca candela caridad celeste concepcion cruz domingo dulce
    esmeralda esperanza estrella fe flor gala gloria guadalupe jesus justo leon linda lola lourdes lucero luna luz
    mar mercedes milagros mundo nieves nova olivia oliva paloma paz pilar perla reyes rio rocio rosa rosario
    salvador santiago santos serena sol soledad trinidad valencia vega victoria violeta`,
  family: `
    abad abarca abreu acevedo acosta acuna adame agudelo aguado aguayo aguero aguiar aguilar aguilera aguirre
    alarcon alba albarracin alcala alcantara alcaraz aldana alejo aleman alfaro alfonso aliaga allende almeida
    almonte alonso altamirano alvarado alvarez alvear amador amaya anaya andrade andres angulo antunez anton
    aparicio araguz aranda arango araujo araya arce arcos ardila arellano arenas arevalo arguello arias ariza
    arjona armas armendariz armijo arnaiz arredondo arriaga arroyo arteaga artola arzola asensio avalos avila
    aviles ayala azcarate aznar baez balderas ballesteros banuelos baquero barajas barba barcenas barra barragan
    barrera barrero barreto barriga barrios barros bastidas basualdo batista bautista becerra bedoya bejarano
    belmonte beltran benavente benavides benitez benito bermejo bermudez bernal berrios betancourt betancur blanco
    blasco bolanos bonilla borja borrego botero bravo briones briseno brito bueno burgos bustamante bustos
    caballero cabello cabrera caceres cadena calderon calero calvillo calvo camacho camara camarena camargo campos
    campillo canales cano cantu caraballo carbajal carballo cardenas cardona cardozo carmona caro carranza
    carrasco carrascosa carreno carrera carrero carretero carrillo carrion carvajal casado casanova casares casas
    casillas castaneda castano castellanos castelo castilla castillo castro catalan cavazos cazares ceballos
    cedillo centeno cepeda cerda cervantes cervera cespedes chacon chavarria chavez cifuentes cisneros clavijo
    clemente cobo collado collazo colmenares colon concha conde contreras corbacho cordero cordoba cordova cornejo
    corona coronado corral correa corrales cortes cortez cosio cotto crespo criado cruz cuellar cuesta cueva
    cuevas davila delacruz delarosa delatorre deleon delgado delrio delvalle dennis diaz diez dominguez donoso
    duarte duenas duque duran echeverria elizalde elizondo enriquez escalante escamilla escobar escobedo escudero
    espejo esparza espinosa espinoza espino estevez estrada fajardo farias feliciano felix fernandez ferrer
    ferrera ferreyra figueroa flores florez fonseca font fontan franco freire frias fuentes fuente gaitan galan
    galarza galindo gallardo gallego gallegos galvan galvez gamboa gamez gaona garay garces garcia garrido garriga
    garza gascon gavilan gaytan gil gimenez giraldo giron godinez godoy gomez gomis gonzales gonzalez gonzalo
    gracia granado granados griego grijalva guerra guerrero guevara guillen gutierrez guzman haro heredia
    hermosillo hernandez hernando herranz herrera herrero hervas hidalgo hierro hinojosa holguin huerta hurtado
    ibanez ibarra iglesias infante iniguez irizarry izquierdo jaimes jaime jaramillo jasso jerez jimenez jordan
    juarez jurado lago laguna landa lara larios larrea latorre leal leiva lemus leon lerma lima limon linares
    llamas llorente loera lomeli lopez lorente lorenzo losada lozano lucas lucero lucio luevano lugo lujan luna
    luque machado macias madrid madrigal madera maestre malave maldonado manrique manzano manzanares marcos mares
    marin marquez marrero martin martinez martos mascarenas mata mateo mateos matias matos maya mayorga medina
    medrano mejia melendez melgar mena mendez mendoza menendez meneses meraz mercado merino mesa meza miguel
    mijares millan miramontes miranda mireles mohedano mojica molina moncada mondragon monje monroy montalvo
    montanez montano montenegro montero montes montesinos montoya mora morales moran moreno moreira morillo
    moscoso mota moya mujica munguia muniz munoz murcia murillo muro najera naranjo narvaez nava navarrete navarro
    negrete negron nevarez nieto nieves nino noriega novoa nunez ocampo ocana ochoa ojeda olguin oliva olivares
    olivas olivera olivo olmedo olmos olvera ontiveros oquendo ordonez orellana orozco orta ortega ortiz osorio
    osuna otero ovalle oviedo pabon pacheco padilla padron paez palacio palacios palma palomino palomo pantoja
    pardo paredes parra pascual pastor patino paz pedraza pedroza pelayo pena penalver pereira perea perez peralta
    pereyra picazo pina pineda pinto pizarro plaza polanco polo ponce porras portillo posada pozo prado prieto
    puente puentes puerta pulido quesada quevedo quezada quinones quintana quintanilla quintero quiroga quiroz
    ramirez ramon ramos rangel raya real rebollo redondo regalado reina rendon renteria requena restrepo revilla
    rey reyes reyna reynoso ribera ricardo rico rincon rios riquelme rivas rivera rivero robledo robles roca rocha
    rodrigo rodriguez rojas rojo roldan roman romero romo roque rosado rosales rosario rosas roybal rubio rueda
    ruelas ruiz ruvalcaba saavedra sabater saenz saez sainz salas salazar salcedo salcido saldana saldivar salgado
    salguero salinas salmeron samaniego samper sanabria sanchez sancho sandoval sanmartin santamaria santana
    santander santiago santillan santos sanz sarabia sauceda segovia segura sepulveda serna serrano serrato sierra
    silva simon sola solano solis solorzano soria soriano sosa sotelo soto suarez sureda tafoya talavera tamayo
    tapia tejada tejeda tellez tello tena terrazas terron tijerina tirado toledo tomas toribio toro torralba torre
    torrecilla torres torrez tovar trejo trevino trillo trujillo ulloa urbina urena urias uribe urrutia vaca
    valadez valbuena valderrama valdes valdez valdivia valencia valentin valenzuela valero valle vallejo valles
    valverde vaquero varela vargas vasquez vazquez vega vela velasco velasquez velazquez velez velarde venegas
    vera verdugo verdu vergara vicario vicente vidal vidales viera vigil vila vilchez villa villagomez villalba
    villalobos villalpando villanueva villar villareal villarreal villasenor villegas viveros yanez yepez zabala
    zambrano zamora zamorano zapata zaragoza zarate zavala zepeda zuniga zurita`,
  familyWords: `
    abril alba arenas arroyo barba barra barrera blanco bravo bueno caballero cabello cadena calvo camara campo
    campos cano caro carrera casa casas castillo colon concha conde corona corral cortes costa cruz cuesta cueva
    delgado duque espejo feliz flores font franco fuente fuentes gallo gracia guerra hidalgo hierro huerta
    iglesias infante izquierdo jordan lago laguna leal leon lima limon llamas luna luz madera madrid manzano
    marcos mares mata mayor medina mercado mesa mora moreno moya nieto nieves nino oliva olmo otero palacio
    palacios palma paredes pastor paz pena pinto plaza polo pozo prado puente puerta ramos real reina rey reyes
    rico rincon rio rios rivera roble roca rojo rosa rosario rosas rubio rueda sal sala salas salinas santa
    santiago santo santos segura sierra silva sol sola soto tapia toledo tomas toro torre torres valencia valle
    vega vela vera verde vidal villa zamora zapata zaragoza`,
};
