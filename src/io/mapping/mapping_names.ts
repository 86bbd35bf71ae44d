/** What columns of event logs are called, in English, German, French, Spanish and Dutch. */

/** Roles that names tell first. Those of `extra_roles.ts` are looked for once these are known. */
export type Role = "case" | "activity" | "timestamp" | "start" | "resource";

/** Names that XES gives; they go before all others, in this order. */
export const XES_NAMES: Readonly<Record<Role, readonly string[]>> = {
  case: ["case:concept:name"],
  activity: ["concept:name"],
  timestamp: ["time:timestamp"],
  start: ["start_timestamp", "time:start_timestamp"],
  resource: ["org:resource"],
};

/** Whole names without capitals, accents and separators: `sure` leave no doubt, `likely` may mean other things. */
export const WHOLE_NAMES: Readonly<Record<Role, { readonly sure: string; readonly likely: string }>> = {
  case: {
    sure:
      "caseid case casenumber caseno casenr casekey casereference caseref caseidentifier conceptcase traceid trace " +
      "processinstance processinstanceid " +
      "fall fallid fallnummer fallnr vorgangsnummer vorgangsid vorgangsnr aktenzeichen fallkennung prozessinstanz " +
      "geschaftsvorfall " +
      "cas idcas idducas numerodecas numerocas ncas numerodedossier numerodudossier numerodossier ndossier dossier " +
      "iddossier identifiantducas identifiantcas referencedossier " +
      "caso idcaso iddecaso iddelcaso casoid numerodecaso numerodelcaso numerocaso ncaso nodecaso expediente " +
      "idexpediente numerodeexpediente numeroexpediente nexpediente " +
      "zaak zaakid zaaknummer zaaknr dossiernummer dossierid dossiernr casus casusid casenummer procesinstantie",
    likely:
      "number instanceid instance ticket ticketid ticketnumber ticketno incident incidentid incidentnumber srnumber " +
      "requestid requestnumber orderid ordernumber orderno order salesorder salesdocument salesdocumentnumber " +
      "purchaseorder purchaseordernumber purchasingdocument ponumber documentnumber invoiceid invoicenumber claimid " +
      "claimnumber applicationid applicationnumber patient patientid contractid jobid workorder workordernumber " +
      "shipmentid deliverynumber vbeln ebeln belnr aufnr casename vbelv objectid objnr qmnum documentkey " +
      "vorgang auftrag auftragsnummer auftragsnr auftragid bestellung bestellnummer bestellnr beleg belegnummer " +
      "belegnr verkaufsbeleg einkaufsbeleg rechnungsnummer ticketnummer antrag antragsnummer antragsnr schadennummer " +
      "kundenauftrag lieferung " +
      "commande numerodecommande numerocommande ncommande idcommande demande numerodedemande iddemande " +
      "numerodeticket facture numerodefacture " +
      "pedido idpedido numerodepedido numeropedido npedido solicitud idsolicitud numerodesolicitud factura " +
      "numerodefactura incidencia instancia " +
      "bestelling bestelnummer aanvraag aanvraagnummer factuurnummer melding meldingnummer opdrachtnummer",
  },
  activity: {
    sure: "activity activityname activitylabel activitydescription activityen activityde activityfr activityes " +
      "activitynl activityid conceptname eventname taskname stepname processstep workflowstep handling " +
      "aktivitat aktivitaet aktivitatsname aktivitatname aktivitatsbezeichnung tatigkeit prozessschritt " +
      "arbeitsschritt bearbeitungsschritt vorgangsschritt " +
      "activite nomactivite nomdelactivite libelleactivite libelledelactivite etape nometape evenement " +
      "actividad nombreactividad nombredeactividad nombredelaactividad " +
      "activiteit activiteitnaam activiteitsnaam naamactiviteit processtap handeling gebeurtenis",
    likely: "event task step action operation eventtype eventlabel eventdescription actionname operationname " +
      "transactiontype milestone state status stage statuschange function functionname transactioncode tcode " +
      "newvalue funktion fonction funcion functie " +
      "vorgang schritt ereignis aufgabe aktion ereignisname ereignistyp vorgangsart statusanderung " +
      "tache action operation acte statut libelle nomtache " +
      "evento tarea paso accion etapa operacion fase estado nombreevento " +
      "taak stap actie taaknaam stapnaam",
  },
  timestamp: {
    sure: "timestamp timestamps completetimestamp completiontimestamp endtimestamp eventtimestamp eventtime " +
      "eventdatetime eventdate datetime completetime completiontime completedat completed complete endtime end " +
      "enddatetime timestampend timeend finishtime finished finishedat finish ts tstamp occurredat happenedat loggedat " +
      "activitytime activitytimestamp activitydate activityend activityendtime changetimestamp " +
      "zeitstempel zeitpunkt datumzeit datumuhrzeit datumunduhrzeit endzeit ende endzeitpunkt endezeit " +
      "endzeitstempel abgeschlossenam beendet beendetam abschluss abschlusszeit erledigtam ereigniszeit " +
      "ereigniszeitpunkt fertiggestelltam zeitstempelende gebuchtam " +
      "horodatage horodate dateheure dateetheure datedefin heuredefin fin datefin heurefin dateheurefin " +
      "dateetheuredefin dateevenement datedelevenement horodatagefin terminele " +
      "fechayhora fechahora marcadetiempo sellodetiempo marcatemporal fechafin fechadefin horafin horadefin " +
      "finalizacion fechafinalizacion fechadefinalizacion fechahorafin fechayhorafin fechayhoradefin fechaevento " +
      "fechadelevento " +
      "tijdstip tijdstempel datumtijd datumentijd eindtijd einde eindtijdstip afgerondop voltooid voltooidop gereedop",
    likely: "time date when enddate completiondate createdat createdon created updatedat updatedon registeredat " +
      "recordedat changedat changedon modifiedat postingdate entrydate timecreated to until till " +
      "udate erdat cpudt aedat budat ersda laeda wicd wiaed bdatu qdatu qmdat crdat chdat credat logdat " +
      "iedd getri gltrp ausbs syscreatedon sysupdatedon dateofentry dateofchange createddate changedate eventday " +
      "zeit datum uhrzeit enddatum endedatum buchungsdatum erfasstam erfassungsdatum erstelltam angelegtam geandertam " +
      "anderungsdatum ereignisdatum bis " +
      "date heure datecreation datedecreation datedesaisie datecomptable " +
      "fecha hora fecharegistro fechadecreacion fechacreacion fechadecontabilizacion hasta " +
      "tijd einddatum aangemaaktop gewijzigdop boekingsdatum invoerdatum tot",
  },
  start: {
    sure: "starttimestamp starttime start startdatetime begin begintime begintimestamp timestampstart timestart " +
      "started startedat activitystart activitystarttime activitystarttimestamp eventstart " +
      "startzeit beginn startzeitpunkt startzeitstempel anfang anfangszeit beginnzeit begonnenam gestartetam " +
      "zeitstempelstart zeitstempelbeginn " +
      "debut datedebut datededebut heuredebut heurededebut dateheuredebut dateetheurededebut horodatagedebut " +
      "commencele " +
      "inicio fechainicio fechadeinicio horainicio horadeinicio fechahorainicio fechayhorainicio fechayhoradeinicio " +
      "comienzo " +
      "starttijd starttijdstip begintijd begintijdstip aanvang aanvangstijd gestartop begonnenop",
    likely: "startdate begindate startdatum begindatum beginndatum from von desde van isdd gstri gstrp ausvn",
  },
  resource: {
    sure:
      "resource resourcename resourceid user username userid employee employeename employeeid performer performedby " +
      "worker operator agent agentname actor originator executedby processedby completedby handledby assignee assignedto " +
      "orgresource " +
      "ressource bearbeiter bearbeiterin sachbearbeiter sachbearbeiterin benutzer benutzername mitarbeiter " +
      "mitarbeiterin anwender ausgefuhrtvon bearbeitetvon nutzer erledigtvon " +
      "utilisateur nomutilisateur nomdutilisateur employe executant intervenant operateur traitepar effectuepar " +
      "gestionnaire " +
      "recurso usuario nombreusuario nombredeusuario empleado agente operador ejecutor trabajador realizadopor " +
      "ejecutadopor " +
      "medewerker gebruiker gebruikersnaam behandelaar uitvoerder uitgevoerddoor werknemer",
    likely: "handler staff person officer owner changedby createdby modifiedby usnam uname ernam changeuser " +
      "verantwortlicher angelegtvon geandertvon zustandiger erstelltvon " +
      "responsable acteur creepar modifiepar " +
      "persona modificadopor creadopor " +
      "verantwoordelijke gewijzigddoor aangemaaktdoor",
  },
};

/** Single words that a longer name may be built around, if all its other words are in `FILLERS`. */
export const KEY_WORDS: Readonly<Record<Role, string>> = {
  case: "case fall cas caso zaak dossier trace ticket incident expediente order auftrag commande pedido request claim",
  activity: "activity aktivitat activite actividad activiteit event task step tache tarea taak schritt etape stap",
  timestamp: "timestamp zeitstempel horodatage tijdstip tijdstempel datetime time zeitpunkt",
  start: "start begin beginn debut inicio",
  resource: "resource ressource recurso user benutzer utilisateur usuario gebruiker medewerker bearbeiter employee " +
    "mitarbeiter performer agent",
};

/** Words that do not change what a name means; names of tables and systems count as such only if in `PREFIXES`. */
export const FILLERS: Readonly<Record<Role, string>> = {
  case: "id ids identifier number no nr num key n numero nummer identifiant identificador kennung code ref reference " +
    "referenz referentie the of der des de del du la le l el van het sap erp unique main",
  activity: "name label description desc text title bezeichnung beschreibung libelle nom nombre descripcion naam " +
    "omschrijving en de fr es nl the of der des del du la le l el van het concept short long event process",
  timestamp:
    "event activity utc local iso gmt complete completion completed end finish final ende fin einde date of the " +
    "der des de del du la le l el van het aktivitat activite actividad activiteit ereignis log utcnow cet ms",
  start:
    "time timestamp date datetime zeit zeitpunkt zeitstempel uhrzeit datum heure horodatage fecha hora tijd tijdstip " +
    "event activity aktivitat activite actividad activiteit of the der des de del du la le l el van het y et und en and " +
    "utc local at am",
  resource: "name id code key full login of the der des de del du la le l el van het org sap",
};

/** Words that tell that a time is not when the event happened. */
export const NOT_WHEN = new Set(
  ("due deadline planned plan planning scheduled expected estimated target requested promised birth birthday valid expiry " +
    "expiration case contract document invoice order last first next sla sort sorting import load loaded extract export " +
    "soll geplant plan fallig falligkeit falligkeitsdatum frist geburtsdatum gultig letzte " +
    "echeance prevu prevue limite naissance cloture prevision " +
    "vencimiento previsto prevista limite nacimiento planificada planificado " +
    "verval vervaldatum gepland geplande verwacht verwachte geboortedatum uiterlijk").split(" "),
);
