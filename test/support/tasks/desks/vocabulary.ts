/** Words of offices in several languages and trades: what applications, documents, fields and buttons are called. */

export interface Vocabulary {
  readonly name: string;
  /** What an instance is about, with the prefix that its numbers have: a ticket, an invoice. */
  readonly documents: readonly (readonly [noun: string, prefix: string])[];
  /** Whom it concerns. */
  readonly partners: readonly (readonly [noun: string, prefix: string])[];
  /** What comes of it. */
  readonly results: readonly (readonly [noun: string, prefix: string])[];
  readonly systems: readonly string[];
  readonly fields: readonly string[];
  /** Fields that hold the same for nearly all. */
  readonly constants: readonly (readonly [field: string, ...values: string[]])[];
  /** What a line of a document has. */
  readonly lineFields: readonly string[];
  readonly lineNouns: readonly string[];
  readonly buttons: Readonly<Record<ButtonUse, readonly string[]>>;
  readonly files: readonly string[];
  readonly inbox: string;
  readonly reply: string;
  readonly queue: string;
  readonly search: string;
  readonly login: readonly [screen: string, user: string, password: string];
  readonly background: readonly (readonly [kind: BackgroundKind, title: string])[];
  readonly months: readonly string[];
}

export type ButtonUse = "open" | "search" | "add" | "save" | "submit" | "cancel" | "login" | "next" | "reply" | "send";

/** `{name}` is a person, `{n}` a number. */
export type BackgroundKind = "chat" | "news" | "lock" | "calendar" | "music" | "inbox" | "queue";

export const NAMES = (
  "Carla Smith,Hugo Meyer,Jana Rossi,Kai Wolf,Farid Kaya,Eva Weber,Omar Ali,Lena Novak,Ines Moreau,Pablo Ruiz," +
  "Mia Larsen,Tom Baker,Yuki Tanaka,Nora Lind,Ivan Petrov,Aisha Khan,Jonas Vogel,Claire Dubois,Marta Silva,Ben Ode"
).split(",");

const list = (words: string) => words.split(",");

const english: Vocabulary = {
  name: "service desk",
  documents: [["Ticket", ""], ["Request", "REQ"], ["Claim", "CL-"], ["Complaint", "CMP-"]],
  partners: [["Customer", "C"], ["Account", "A-"], ["Contract", "K"]],
  results: [["Credit memo", "17"], ["Reply", "RE-"], ["Work order", "WO"]],
  systems: list("HelpDesk,CRM,Billing,Knowledge Base,Portal,Asset Manager"),
  fields: list(
    "Subject,Priority,Category,Description,Reason,Amount,Due date,Contact,Channel,Comment,Product,Reference",
  ),
  constants: [["Country", "DE", "DE", "AT"], ["Team", "Service North"], ["Currency", "EUR"], ["Language", "English"]],
  lineFields: list("Item,Quantity,Unit price,Serial number,Discount"),
  lineNouns: list("Line item,Attachment,Part"),
  buttons: {
    open: list("Open,Show,Details"),
    search: list("Search,Find,Go"),
    add: list("Add,Add line,New row"),
    save: list("Save,Apply,Keep"),
    submit: list("Submit,Close ticket,Solve,Confirm"),
    cancel: list("Cancel,Discard"),
    login: list("Sign in,Log in"),
    next: list("Next,Continue"),
    reply: list("Reply,Answer"),
    send: list("Send"),
  },
  files: list("refunds,open cases,price list,handover"),
  inbox: "Inbox",
  reply: "RE:",
  queue: "My queue",
  search: "Search",
  login: ["Sign in", "User name", "Password"],
  background: [
    ["chat", "Chat | {name} | Microsoft Teams"],
    ["news", "News"],
    ["news", "Weather today"],
    ["lock", "Windows Default Lock Screen"],
    ["calendar", "Calendar"],
    ["music", "Radio"],
    ["inbox", "Inbox ({n})"],
    ["queue", "My queue ({n})"],
  ],
  months: list("January,February,March,April,May,June,July,August,September,October,November,December"),
};

const finance: Vocabulary = {
  ...english,
  name: "shared service centre",
  documents: [["Invoice", "INV-"], ["Purchase order", "45000"], ["Payment", "PAY"], ["Statement", "ST/"]],
  partners: [["Vendor", "2000"], ["Cost object", "CO-"], ["Bank account", "DE98"]],
  results: [["Document", "19000"], ["Posting", "P"], ["Dunning letter", "DL-"]],
  systems: list("SAP,Ariba,Workday,Coupa,DocuWare,Bank Portal"),
  fields: list("Invoice date,Net amount,Gross amount,Tax code,Posting date,Text,G/L account,Assignment,Approver,Terms"),
  constants: [["Company code", "1000"], ["Cost centre", "4711", "4711", "4720"], ["Currency", "EUR", "EUR", "USD"]],
  lineFields: list("G/L account,Amount,Tax,Text,Profit centre"),
  lineNouns: list("Position,Split,Open item"),
  buttons: { ...english.buttons, submit: list("Post,Park,Release,Approve"), open: list("Display,Open,Select") },
  files: list("vendors,accruals,open items,cash forecast"),
  inbox: "Inbox invoices",
  queue: "Worklist",
  background: english.background.map(([kind, title]) => [kind, title.replace("My queue", "Worklist")] as const),
};

const german: Vocabulary = {
  name: "Sachbearbeitung",
  documents: [["Antrag", "AN-"], ["Bestellung", "B"], ["Schaden", "S/"], ["Vorgang", "2025-"]],
  partners: [["Kunde", "K"], ["Versicherter", "VN"], ["Mitarbeiter", "P"]],
  results: [["Bescheid", "BE-"], ["Lieferschein", "80"], ["Gutschrift", "GS"]],
  systems: list("Fachverfahren,Akte,KIS,Zeiterfassung,Archiv,Stammdaten"),
  fields: list("Betreff,Datum,Betrag,Bemerkung,Grund,Abteilung,Frist,Status,Ansprechpartner,Kennzeichen,Menge,Straße"),
  constants: [["Land", "Deutschland"], ["Mandant", "100"], ["Kostenstelle", "8100", "8100", "8200"]],
  lineFields: list("Artikel,Menge,Preis,Einheit,Rabatt"),
  lineNouns: list("Position,Anlage,Beleg"),
  buttons: {
    open: list("Öffnen,Anzeigen"),
    search: list("Suchen,Los"),
    add: list("Hinzufügen,Neue Zeile"),
    save: list("Speichern,Übernehmen"),
    submit: list("Buchen,Abschließen,Freigeben"),
    cancel: list("Abbrechen,Verwerfen"),
    login: list("Anmelden"),
    next: list("Weiter"),
    reply: list("Antworten"),
    send: list("Senden"),
  },
  files: list("Fristen,Preise,Übergabe,Statistik"),
  inbox: "Posteingang",
  reply: "AW:",
  queue: "Mein Arbeitsvorrat",
  search: "Suche",
  login: ["Anmeldung", "Benutzername", "Kennwort"],
  background: [
    ["chat", "Chat | {name} | Microsoft Teams"],
    ["news", "Nachrichten"],
    ["lock", "Windows-Standardsperrbildschirm"],
    ["calendar", "Kalender"],
    ["music", "Webradio"],
    ["inbox", "Posteingang ({n})"],
    ["queue", "Mein Arbeitsvorrat ({n})"],
  ],
  months: list("Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember"),
};

const french: Vocabulary = {
  name: "service clients",
  documents: [["Commande", "CMD"], ["Dossier", "D-"], ["Sinistre", "SIN"], ["Demande", "DM/"]],
  partners: [["Client", "CL"], ["Fournisseur", "F"], ["Assuré", "AS"]],
  results: [["Facture", "FA-"], ["Avoir", "AV"], ["Courrier", "CR"]],
  systems: list("Gestion,Portail,Référentiel,Comptabilité,GED,Planning"),
  fields: list("Objet,Date,Montant,Motif,Commentaire,Adresse,Échéance,Statut,Quantité,Téléphone,Service"),
  constants: [["Pays", "France", "France", "Belgique"], ["Société", "FR01"], ["Devise", "EUR"]],
  lineFields: list("Article,Quantité,Prix,Remise"),
  lineNouns: list("Ligne,Pièce jointe,Poste"),
  buttons: {
    open: list("Ouvrir,Afficher"),
    search: list("Rechercher"),
    add: list("Ajouter,Nouvelle ligne"),
    save: list("Enregistrer"),
    submit: list("Valider,Clôturer,Envoyer"),
    cancel: list("Annuler"),
    login: list("Connexion"),
    next: list("Suivant"),
    reply: list("Répondre"),
    send: list("Envoyer le message"),
  },
  files: list("tarifs,relances,suivi,stocks"),
  inbox: "Boîte de réception",
  reply: "RE :",
  queue: "Ma file",
  search: "Recherche",
  login: ["Identification", "Identifiant", "Mot de passe"],
  background: [
    ["chat", "Conversation avec {name} - Slack"],
    ["news", "Actualités"],
    ["lock", "LockScreen"],
    ["calendar", "Agenda"],
    ["inbox", "Boîte de réception ({n})"],
    ["queue", "Ma file ({n})"],
  ],
  months: list("janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre"),
};

const spanish: Vocabulary = {
  name: "administración",
  documents: [["Pedido", "PED"], ["Solicitud", "SOL-"], ["Expediente", "EXP/"], ["Reclamación", "R"]],
  partners: [["Cliente", "C-"], ["Proveedor", "PR"], ["Paciente", "NH"]],
  results: [["Albarán", "ALB"], ["Abono", "AB-"], ["Cita", "CT"]],
  systems: list("Gestor,Intranet,Facturación,Archivo,Agenda clínica,Almacén"),
  fields: list("Asunto,Fecha,Importe,Motivo,Observaciones,Dirección,Plazo,Estado,Cantidad,Teléfono"),
  constants: [["País", "España"], ["Centro", "28001", "28001", "08002"], ["Moneda", "EUR"]],
  lineFields: list("Artículo,Cantidad,Precio,Lote"),
  lineNouns: list("Línea,Adjunto,Partida"),
  buttons: {
    open: list("Abrir,Ver"),
    search: list("Buscar"),
    add: list("Añadir,Nueva línea"),
    save: list("Guardar"),
    submit: list("Aceptar,Finalizar,Contabilizar"),
    cancel: list("Cancelar"),
    login: list("Entrar"),
    next: list("Siguiente"),
    reply: list("Responder"),
    send: list("Enviar"),
  },
  files: list("precios,pendientes,turnos,inventario"),
  inbox: "Bandeja de entrada",
  reply: "RE:",
  queue: "Mi cola",
  search: "Búsqueda",
  login: ["Acceso", "Usuario", "Contraseña"],
  background: [
    ["chat", "Chat con {name} - Teams"],
    ["news", "Noticias"],
    ["lock", "Pantalla de bloqueo"],
    ["calendar", "Calendario"],
    ["inbox", "Bandeja de entrada ({n})"],
    ["queue", "Mi cola ({n})"],
  ],
  months: list("enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre"),
};

/** Names that programmers gave and nobody translated. */
const technical: Vocabulary = {
  ...english,
  name: "technical names",
  documents: [["VA03", "6000"], ["frmOrder", "ORD"], ["CaseView", ""], ["lot_entry", "L"]],
  partners: [["XD03", "1000"], ["frmClient", "CL"], ["unit_view", "U"]],
  results: [["VF01", "9000"], ["frmResult", "R"], ["batch", "B-"]],
  systems: list("SAPLMGMM,orderapp,LIMS,terminal,wms_client,console"),
  fields: list("txtName,cboType,ctxtMATNR,txtQty,fld_07,fld_12,edtDate,BUKRS,KUNNR,input3,value1,value2,remark"),
  constants: [["ctxtWERKS", "0100"], ["MANDT", "300"], ["cboUnit", "KG", "KG", "PC"]],
  lineFields: list("MENGE,MATNR,POSNR,col_b,col_d"),
  lineNouns: list("tblItems,grid1,subscreen"),
  buttons: {
    open: list("btnOpen,B2,lnkShow"),
    search: list("btnFind,F8,B1"),
    add: list("btnAdd,B5"),
    save: list("btnSave,Ctrl+S,B6"),
    submit: list("btnOk,B9,F11"),
    cancel: list("btnCancel,F12"),
    login: list("btnLogon"),
    next: list("btnNext,B3"),
    reply: list("btnReply"),
    send: list("btnSend"),
  },
  files: list("data,export_1,list,upload"),
  queue: "worklist",
  login: ["logon", "uid", "pwd"],
};

export const VOCABULARIES: readonly Vocabulary[] = [english, finance, german, french, spanish, technical];
