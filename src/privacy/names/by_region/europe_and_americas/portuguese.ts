/** Names that are common in Portugal and Brazil. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_PORTUGUESE: RegionNames = {
  commonGiven: `
    abilio adalberto adelaide adelino ademir adilson adriana adriano afonso agnaldo agostinho alberto alcides
    alessandra alexandra alexandre alfredo aline almir aluisio alvaro amanda amelia americo ana anabela anderson
    andre andreia andressa angela antonia antonio aparecida arlindo armando arnaldo artur augusta aurea aurelio
    barbara beatriz benedito benjamim bernardo bianca breno bruna bruno caetano caio camila carla carlos carolina
    catarina celeste celia celina celso cesar cicero claudia claudio cleide cristiana cristiano cristina custodio
    daiana daiane daniel daniela daniele danilo davi debora delfim denise diana dinis diogo dirceu domingos duarte
    edilson edmilson edna eduarda eduardo elaine eliane elias elisa elisabete elizabete elton emanuel emerson
    erica ermelinda ernesto estela ester eunice evandro everton ezequiel fabiana fabiano fabio fabricio fatima
    felipe fernanda fernando filipa filipe flavia flavio francisca francisco gabriel gabriela geraldo germano
    gerson gilberto gilmar giovana gisele glaucia goncalo graca graciete gualter guilherme guilhermina gustavo
    helder helena helio henrique herculano hermenegildo hugo humberto iago igor ines inacio iolanda iracema irene
    isabel isadora ivan ivo ivone jacinto jaime jair jaqueline joana joao joaquim joaquina joel jonas jorge jose
    josefa josiane juarez julia juliana juliano julio jurandir karina katia kelly laercio lais lara larissa laura
    lauro leandro leonardo leonor leticia ligia lilian liliana livia lourenco luana lucas lucia luciana luciano
    lucilia lucio ludmila luis luisa luiz luiza madalena mafalda magda manuel manuela marcela marcelo marcia
    marcio marcos margarida maria mariana mariano marilia marina mario marisa marlene marta martim mateus matheus
    matilde mauricio mauro maximiano mayara miguel milena milton miriam moacir monica murilo nadia natalia nelson
    neusa neuza nilson nilton norberto nuno octavio odete olinda olivia orlando oscar osvaldo otavio palmira
    patricia paula paulo pedro priscila quiteria rafael rafaela raimunda raimundo raquel raul regiane regina
    reinaldo renan renata renato ricardo rita roberta roberto rodolfo rodrigo rogerio romulo ronaldo rosana
    rosangela rosario roseli rosinete rubem rui ruth samanta samuel sandra sandro sara sebastiao serafim sergio
    severino silvana silvia silvio simao simone sofia solange sonia suelen suzana taina tais talita tania tatiana
    telma teresa thais thiago tiago tomas ubirajara vagner valdir valdemar valeria vanda vanderlei vanessa vania
    vera veronica vicente victor vinicius vitor vitoria viviane wagner waldir washington wellington wesley william
    willian wilson xavier yasmin zelia zilda zulmira`,
  given: `
    bia beto caua chico cida duda dulce enzo gabi gil iara ivo joca juca kaua lia lidia luan luca nando nei neide
    nina noemia rute tito tita tome ze zeca zita`,
  givenWords: `
    aurora celeste dulce domingos flor gloria jordao lourdes marina pilar rosa salvador vitoria luz`,
  family: `
    abrantes abreu aguiar albuquerque alcantara alencar almeida alvarenga alves amaral amorim andrade antunes
    aragao araujo arruda assis assuncao avelar azeredo azevedo bandeira baptista barbosa barreto barreiro
    barreiros barros barroso bastos batista benevides bento bernardes bernardo bezerra bittencourt borges botelho
    braga brandao brito bueno cabral caetano calado caldas caldeira calheiros camara camargo campos candido capela
    cardoso carmo carneiro carreira carvalho casimiro castanheira castro cavalcante cavalcanti cerqueira chaves
    coelho conceicao cordeiro correia correa cortez coutinho couto cruz cunha damasceno dantas dias dinis diniz
    domingues domingos duarte dutra esteves evangelista falcao faria farias feijo felix fernandes ferraz ferreira
    fialho figueira figueiredo fonseca fontes fontoura fraga franca franco frazao freire freitas frota furtado
    gama garcia gaspar godinho goes gomes goncalves gouveia gouvea graca guedes guerreiro guimaraes gusmao
    henriques inacio jardim jesus jorge lacerda leal leao leite leitao lemos lima linhares lins lobato lobo lopes
    loureiro lourenco lucena luz macedo machado maciel madeira madureira magalhaes maia malheiro marinho mariano
    marques martins mascarenhas matias matos mattos medeiros meireles melo mello mendes mendonca menezes mesquita
    miranda moniz monteiro morais moraes moreira mota moura mourao muniz nascimento navarro negrao neto neves
    nobre nobrega nogueira noronha novais nunes oliveira ornelas pacheco padilha paiva palmeira parreira passos
    paz pedrosa peixoto pereira pessoa pestana pimenta pimentel pinheiro pinho pinto pires pontes portela porto
    portugal prado prates proenca quaresma queiroz queiros quintas rabelo ramalho ramos rangel rebelo rego reis
    resende rezende ribeiro rocha rodrigues roque rosa sa sales salgado sampaio santana santiago santos saraiva
    sarmento seabra seixas sequeira serra serrano severo silva silveira simao simoes siqueira soares sobral sousa
    souto souza tavares taveira teixeira teles telles teodoro toledo torres trindade valadares vale valente
    valenca varela vasconcelos vaz veiga veloso ventura viana vicente vidal vieira vilela vilhena villar xavier
    zanatta`,
  familyWords: `
    assis bandeira braga branco campos chaves costa cruz faria fontes franca freire gama jardim jesus leite lobo
    luz madeira nobre paz pimenta pinto ponte porto portugal prado ramos reis rocha rosa sales salgado santos
    serra silva torres vale valente`,
};
