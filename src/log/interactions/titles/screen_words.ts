/** Words of which names of screens are made, in English, German, French, Spanish and Dutch: never names of people or firms. */

const WORDS = `
account accounts activity add address addresses admin administration analysis approval approvals approve archive article
articles asset assets assign assignment attachment attachments audit balance bank bill billing bills board booking bookings
budget calendar call calls cancel case cases catalog change check claim claims clearing clients close code companies
company complete configuration confirm confirmation contact contacts contract contracts copy cost create credit customer
customers dashboard data date day days debit default delete deliveries delivery department detail details dialog display
document documents download drafts due edit editor email employee employees enter entry error event events expense expenses
export favorites field file files filter find folder form general goods group groups header help history home import inbox
incoming info information input inventory invoice invoices issue item items job journal language ledger line list lists
location log login logout lot mail main maintain maintenance manage management master material materials memo menu message
messages month monitor network new news notes notification notifications number offer offers open options order orders
organization outgoing outbox overview page partner parts password payment payments payroll permissions person personal
planning plant position positions post posting price prices print printer printers process product production products
profile project projects properties purchase purchasing quantity quality query queue quotation quote quotes receipt
receivable release remove reply report reports request requests reset result results return returns review role roles route
rules sales save schedule search security select selection send sent service services settings setup shipment shipments
shipping shipped show sign site sites sound status stock storage store submit summary supplier suppliers support survey
system tab table task tasks tax team template templates terms text ticket tickets time timesheet title tools total tracking
training transaction transactions transfer transport trash travel type unit update upload user users vendor vendors version
view warehouse welcome week wizard work workflow year
abrechnung abteilung adresse adressen akte aktivität aktivitäten ändern anfrage anfragen angebot angebote anhang anhänge
anlegen anmelden anmeldung anruf ansicht antrag anträge anzeigen archiv artikel aufgabe aufgaben auftrag aufträge ausgang
auswahl auswerten auswertung bank bearbeiten belege beleg benutzer bericht berichte bestand bestellung bestellungen betrag
buchen buchung buchungen daten debitor details dokument dokumente drucken drucker eingabe eingang einkauf einstellungen
einträge eintrag entwürfe erfassen ergebnis ergebnisse fehler fertig firma formular freigabe freigeben gehalt gutschrift
hauptmenü hilfe historie kalender kasse kategorie konten konto kontakte kopf kopfdaten kosten kreditor kunde kunden
kundenauftrag lager lieferant lieferanten lieferschein lieferung lieferungen liste listen löschen mahnung material meldung
meldungen menge mitarbeiter nachricht nachrichten neu neue neuer neues notizen offene offen ordner passwort person personal
plan planung position positionen posteingang preis preise produkt produkte profil projekt projekte protokoll prüfen prüfung
rechnung rechnungen reise rückgabe schaden seite sichern speichern stammdaten start startseite status steuer storno
stornieren suche suchen support tabelle team termin termine übersicht umsatz unterlagen urlaub verkauf versand vertrag
verträge vorgang vorgänge vorlage waren wareneingang warenkorb woche zahlung zahlungen zeit zeiten ziel zugang zuordnung
accueil achats adresse affaire afficher ajouter annuler article articles bon boîte chercher client clients commande
commandes compte comptes congé contrat contrats courrier créer demande demandes détail détails devis document documents
employé employés enregistrer facture factures fiche fichier fournisseur fournisseurs gestion historique imprimer lignes
livraison livraisons liste messages modifier nouveau nouvelle paiement paiements paramètres produit produits projet
recherche rechercher réception relevé saisie sortie stock suivi supprimer tableau valider vente ventes
agregar ajustes albarán almacén archivo artículo artículos bandeja buscar búsqueda cambiar cliente clientes compra compras
configuración contrato contratos correo crear cuenta cuentas datos detalle detalles documento documentos editar empleado
empleados entrada entrega entregas estado factura facturas guardar historial informe informes inicio lista mensaje mensajes
modificar nueva nuevo pago pagos pedido pedidos precio precios producto productos proveedor proveedores proyecto salida
solicitud solicitudes usuario usuarios venta ventas ver
aanmaken aanvraag aanvragen adres afdeling afdrukken artikelen bestelling bestellingen bewerken bijlage boeking boekingen
contract contracten dossier factuur facturen gebruiker gebruikers gegevens instellingen inkoop invoer klant klanten
leverancier leveranciers levering leveringen lijst medewerker medewerkers nieuw nieuwe opdracht opdrachten opslaan overzicht
planning prijs prijzen product producten rapport rapporten rekening resultaten status taken taak toevoegen verkoop
verwijderen verzending voorraad wijzigen zoeken
`;

const KNOWN = new Set(WORDS.trim().split(/\s+/));

/** Whether a word is one of screens. */
export function isScreenWord(word: string): boolean {
  return KNOWN.has(word.toLowerCase());
}
