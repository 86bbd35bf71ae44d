/** Titles, labels, values and addresses of offices in which nobody and nothing secret is named. */

const ENGLISH = `
Inbox (3) - Outlook | Monthly Report - Excel | Sales Overview Q3 2025.xlsx | Save As | File name | Purchase Order 4500088123 | Goods Receipt 5000012345
Budget 2026 draft | Delivery note 80012345 | Customer 10023456 | Vendor List | Material Master | Cost Center 4711 | Profit Center 1000 | Item 00010
Invoice INV-2025-00871 | Ticket #48213 | JIRA-1024: Fix the login form | Release notes 4.12.0 | Version 2.10.7-beta | Build 20250314.3 | Node v20.11.1
Total: 1,204.50 USD | Net 30 days | Discount 12.5 % | Quantity 1200 pcs | Weight 12.4 kg | 16 GB RAM | 1920 x 1080 | 4096 rows selected | Row 1048576
March 14, 2025 | 14 March 2025 | 2025-03-14 09:30 | 09:30 - 10:15 | Week 12 | Q2 FY26 | Due 31/12/2025 | Created on 2024-11-02 | Monday, 3 February
Board Meeting Room 2 | Main Street Store | Oxford Street Branch | Park Avenue Office | Victoria Station | Charles de Gaulle Airport | St. James Park
New York | San Jose | Los Angeles Warehouse | Hong Kong Branch | Costa Rica Coffee | Puerto Rico | Santa Monica Pier | Buenos Aires Plant | Sri Lanka Tea
Microsoft Teams | Visual Studio Code | Google Drive | Adobe Photoshop | Slack - general | Zoom Meeting | Power BI Desktop | Windows Explorer | Task Manager
Oracle Fusion | SAP GUI for Java | Apache Kafka | Amazon Web Services | Red Hat Linux | Azure DevOps | GitHub Actions | Docker Desktop | Power Automate
Louis Vuitton Store | Calvin Klein Jeans | Hugo Boss Shirt | Ralph Lauren Polo | Jack Wolfskin Jacket | Harley Davidson Parts | Morgan Stanley Report | Ernst & Young Audit
Terms and Conditions | Privacy Policy | Password policy | Change your password | Forgot password? | Password must contain 8 characters | Reset PIN | Token expired | Invalid token
API documentation | API key management | Secret Santa List | Session expired | Sign in | Log out | Security settings | Access denied | Two-factor authentication
Basic Configuration | Basic Settings | Bearer bonds | Pin this tab | Pinboard | Passage to India | Passenger Name Record | Compass Group | Tan leather sofa | Tangent line
Line 12 | Page 4 of 17 | Step 2 of 5 | Chapter 11 | Section 3.2.1 | Figure 7 | Table A-3 | Appendix B | Room 301 | Floor 12 | Gate B27 | Flight LH 400 | Train ICE 597
Shipment 1Z12345E0291980793 | Container MSKU 123456 7 | Batch L2403A | Lot 0098-22 | Serial 5CD1234XYZ | SKU 100-200-300 | Part No. 12-3456-78 | Drawing 4711-0815-01
ISBN 978-0-13-468599-1 | ISSN 2049-3630 | EAN 5901234123457 | DOI 10.1000/182 | VAT GB123456789 | BIC DEUTDEFF | SWIFT code | CAS 7732-18-5 | HS code 8471.30
192.168.0.1 | 10.12.0.254 | 255.255.255.0 | localhost:8080 | https://intranet.example/home | https://shop.example/products/12345?color=red&size=xl | /var/log/syslog
https://erp.example/orders/4500012345/items/10 | C:\\Program Files\\App\\bin | \\\\server\\share\\reports | index.html | main.ts | package.json | report-2025-03.pdf
https://docs.example/guide/getting-started-with-the-new-portal | https://cdn.example/assets/main.3f9a1c2b.js | https://example.com/search?q=annual+report&page=2
d41d8cd98f00b204e9800998ecf8427e | commit 9fceb02d0ae598e95dc970b74767f19372d61af8 | #ff8800 | rgb(12, 34, 56) | 0x7FFE | 550e8400-e29b-41d4-a716-446655440001 | feature/ABC-123-add-export
Add to cart | Buy now | Check out | Proceed to payment | Free shipping | Best sellers | Summer collection | Black Friday deals | Gift card | Wish list | Track order
Approve | Reject | Submit for approval | Pending review | In progress | Done | Cancelled | On hold | Overdue | High priority | Low | Medium | Not started
Rose Wine 0.75 l | Jasmine Rice 5 kg | Olive Oil Extra | Ginger Tea | Amber Light | Ruby Red | Jade Green | Daisy Chain | Iris Scanner | Ivy League | Violet Dye
Grace Period | Hope Street | Faith Based | Joy Division | Dawn Patrol | Summer Internship | April Forecast | June Closing | August Payroll | May Day | Autumn Leaves | Will Call
Mark Complete | Mark as Read | Bill Payment | Frank Discussion | Rob the Bank Game | Pat Down | Nick of Time | Art Gallery | Max Speed | Max Length 255 | Dean's List | Chase Payment
Grant Application | Carol Service | Hazel Nut Spread | Pearl Harbor | Crystal Report | Heather Grey | Robin Hood | Jean Pocket | Jack Plug | Sandy Beach | Rusty Nail | Rich Text | Drew Conclusion
King Size Bed | Prince Edward Island | Duke Energy | Earl Grey Tea | Baron Capital | Major Incident | General Ledger | Corporal Punishment | Judge Decision | Miss Universe | Sir Speedy Print
Dallas Cowboys | Austin Office | Houston Plant | Phoenix Project | Madison Square Garden | Jordan Almonds | Sydney Opera House | Florence Nightingale Ward | Chelsea Boots | Brooklyn Bridge
Paris Agreement | London Office | Berlin Hub | Vienna Plant | Milan Showroom | Lima Beans | Georgia Pacific | Virginia Tech | Carolina Panthers | Dakota Access | Savannah Port | Cleveland Clinic
Dr Martens Boots | Dr Pepper Can | Mr Coffee Machine | Mrs Meyers Soap | Prof Services | Dr. Oetker Pizza | Main Dr | Sunset Blvd | Lake Shore Drive | Wall Street Journal | Fleet Street
Smith & Wesson Holster | Johnson & Johnson | Procter & Gamble | Marks & Spencer | Barnes & Noble | Black & Decker Drill | Rolls Royce Engine | Martin Guitar | Baker Street Station | Cooper Tires
Call back later | Contact support | Assigned to me | Assigned to nobody | Name: unknown | Dear customer | Dear Sir or Madam | Dear team | Logged in as guest | Signed in as administrator
Address line 1 | Address book | IP address: 10.0.0.12 | E-mail address | Web address: www.example.com | MAC address table | Memory address 0x00ff | Delivery address missing | Street View 360
Date of birth | Birthday cake | Born in the USA | Birth rate 2024 | Phone model 12 | Mobile plan 20 GB | Fax settings | Telephone directory | Tel Aviv Office | Cell B12 | Cell A1:C99 | Hotel rooms
`;

const GERMAN = `
Posteingang - Outlook | Monatsbericht März 2025 | Bestellung 4500077123 | Lieferschein 80045678 | Rechnung Nr. 2025-1187 | Angebot 20250012 | Auftrag 30004711 | Kunde 100234
Kundenauftrag anlegen | Bestellung ändern | Wareneingang buchen | Stückliste anzeigen | Kostenstelle 4100 | Buchungskreis 1000 | Werk 0001 | Lagerort 0002 | Materialnummer 10000234
Speichern unter | Abbrechen | Übernehmen | Weiter | Zurück | Suchen und Ersetzen | Datei öffnen | Neu anlegen | Drucken | Schließen | Einfügen | Ausschneiden | Löschen
Passwort vergessen? | Passwort ändern | Kennwort zurücksetzen | PIN-Brief | TAN-Verfahren | Passwort muss 8 Zeichen haben | Passwortrichtlinie | Anmeldung fehlgeschlagen | Sitzung abgelaufen
Betrag 1.234,50 EUR | 19 % MwSt. | Skonto 2 % | Fällig am 31.12.2025 | Zahlungsziel 30 Tage | 12 Stück | 4,5 kg | KW 12 | 14.03.2025 | 3. Februar 2025 | Montag, 3. März
Frankfurt am Main | Bad Homburg | Berliner Straße | Hauptstraße 5 | Münchner Ring | Potsdamer Platz | Konrad-Adenauer-Platz | Rosa-Luxemburg-Straße | Max-Planck-Institut | Robert-Koch-Straße 12
Deutsche Bank | Allianz Versicherung | Deutsche Post | Bosch Werkzeug | Siemens Energy | Robert Bosch GmbH | Carl Zeiss Jena | Werner & Mertz | Otto Versand | Adler Apotheke
Urlaubsantrag | Reisekostenabrechnung | Zeiterfassung | Gehaltsabrechnung | Arbeitsvertrag | Krankmeldung | Personalakte | Stellenausschreibung | Schulungsplan | Dienstwagen
Tagesordnung | Protokoll der Sitzung | Jour fixe Vertrieb | Besprechungsraum 3 | Raum 2.14 | Etage 4 | Gebäude B | Parkplatz 27 | Kantine Speiseplan | Hausmeister
Ernst nehmen | Horst der Adler | Rosa Ordner | Wolf im Wald | Heide Park | Kaiser Wilhelm Denkmal | König Pilsener | Schwarz Weiß | Klein Anzeigen | Gross Handel | Jung und Alt | Lang Text
Frau Holle | Herr der Ringe | Sehr geehrte Damen und Herren | Lieber Kunde | Name: unbekannt | Ansprechpartner: Vertrieb | Angemeldet als Gast | Zuständig: Einkauf | Bearbeiter: System
Geburtsdatum fehlt | Adresse prüfen | Telefonliste | Handyvertrag | Mobiltelefon 64 GB | Straße und Hausnummer | Lieferadresse wählen | Postleitzahl | E-Mail-Adresse | Wohnort
USt-IdNr. DE123456789 | Steuernummer 12/345/67890 | HRB 98765 | IBAN fehlt | BLZ 10070000 | Vertragsnummer V-2024-00123 | Aktenzeichen 12 O 345/24 | Zählernummer 1ESY1160123456 | PZN 01234567
Anlage 3 zum Vertrag | Version 1.0.3 | Seite 3 von 12 | Zeile 27 | Spalte F | Blatt 2 | Tabelle1 | Diagramm 4 | Kapitel 5.2 | Punkt 7 | Schritt 3 von 4 | Position 10
`;

const FRENCH = `
Boîte de réception | Rapport mensuel | Commande 4500099123 | Facture n° F2025-0345 | Bon de livraison 800123 | Devis 2025-77 | Client 100456 | Tableau de bord | Nouveau document
Enregistrer sous | Annuler | Fermer | Rechercher | Imprimer | Ajouter une ligne | Supprimer | Modifier | Valider | Mot de passe oublié ? | Changer le mot de passe | Session expirée
Total TTC 1 250,00 € | TVA 20 % | Remise 5 % | Échéance 31/12/2025 | 14 mars 2025 | lundi 3 février | 12 pièces | Page 3 sur 12 | Semaine 12 | Trimestre 2 | Lot 45 | Réf. 12-345
Rue de Rivoli | Avenue des Champs-Élysées | Place de la République | Gare de Lyon | Aéroport Charles de Gaulle | rue Victor Hugo | Notre Dame de Paris | Mont Blanc | Côte d'Azur
Société Générale | Crédit Agricole | Air France | La Poste | Leroy Merlin | Yves Rocher | Pierre de taille | Marie Claire Magazine | Jean délavé | Blanc de blancs | Petit déjeuner
SIRET 732 829 320 00074 | SIREN 732 829 320 | Code APE 6201Z | TVA FR32732829320 | Numéro de série 5CG1234 | Article 10-200 | Étape 2 sur 5 | Salle de réunion B | Étage 3 | Bâtiment C
Adresse e-mail | Adresse manquante | Téléphone fixe | Date de naissance | Nom de famille | Prénom requis | Cher client | Madame, Monsieur | Connecté en tant que invité | Contact commercial
`;

const SPANISH = `
Bandeja de entrada | Informe mensual | Pedido 4500011223 | Factura A-2025-0456 | Albarán 800456 | Presupuesto 2025/33 | Cliente 100789 | Panel de control | Guardar como | Cancelar
Buscar | Imprimir | Añadir fila | Eliminar | Modificar | Aceptar | Contraseña olvidada | Cambiar contraseña | Sesión caducada | Clave de producto | Clave primaria | Total 1.250,00 €
IVA 21 % | Descuento 5 % | Vence el 31/12/2025 | 14 de marzo de 2025 | lunes 3 de febrero | 12 unidades | Página 3 de 12 | Semana 12 | Almacén central | Lote 45 | Ref. 12-345
Gran Vía | Puerta del Sol | Plaza Mayor | San Sebastián | Santa Cruz de Tenerife | Santiago de Chile | Buenos Aires | Ciudad de México | Banco Santander | El Corte Inglés | Rosa mosqueta
Consuelo de tontos | Dolores de cabeza | Pilar de hormigón | Mercedes Benz | Cruz Roja | Flores secas | Campos de golf | Reyes Magos | Iglesias románicas | Torres gemelas | Estimado cliente
Dirección de correo | Falta la dirección | Teléfono fijo | Fecha de nacimiento | Apellidos | Nombre obligatorio | Contacto comercial | CIF B12345674 | Artículo 10-200 | Paso 2 de 5
`;

const OTHERS = `
Posta in arrivo | Rapporto mensile | Ordine 4500022334 | Fattura 2025/0567 | Bolla 800567 | Preventivo 77 | Salva con nome | Annulla | Stampa | Totale 1.250,00 € | IVA 22 % | 14 marzo 2025
Via Roma | Piazza Navona | Corso Italia | Stazione Termini | Banca Intesa | Poste Italiane | Password dimenticata | Parola chiave: report | Codice articolo 10-200 | Pagina 3 di 12 | Magazzino centrale
Gentile cliente | Indirizzo e-mail | Telefono fisso | Data di nascita | Cognome e nome | Rosa dei venti | Franco fabbrica | Bruno scuro | Marino Blu | Conti correnti | Costa Azzurra | Monte Bianco
Caixa de entrada | Relatório mensal | Pedido 4500033445 | Fatura 2025-678 | Guardar como | Imprimir | Total 1.250,00 R$ | 14 de março de 2025 | Rio de Janeiro | São Paulo | Santa Catarina | Porto Alegre
Senha esquecida | Alterar senha | Palavra-chave | Endereço de e-mail | Telefone fixo | Data de nascimento | Prezado cliente | Página 3 de 12 | Armazém central | Banco do Brasil | Costa do Sol
Postvak IN | Maandrapport | Bestelling 4500044556 | Factuur 2025-789 | Pakbon 800678 | Offerte 33 | Opslaan als | Annuleren | Afdrukken | Totaal 1.250,00 euro | BTW 21 % | 14 maart 2025 | Albert Heijn
Wachtwoord vergeten | Wachtwoord wijzigen | E-mailadres | Vaste telefoon | Geboortedatum | Achternaam | Beste klant | Den Haag | Van Gogh Museum | De Bijenkorf | Pagina 3 van 12 | Magazijn Noord
Inkorg | Månadsrapport | Beställning 4500055667 | Faktura 2025-890 | Spara som | Avbryt | Skriv ut | Summa 1 250,00 kr | Moms 25 % | Glömt lösenord | Byt lösenord | E-postadress | Storgatan | Sidan 3 av 12
Innboks | Månedsrapport | Bestilling 4500066778 | Lagre som | Skriv ut | Glemt passord | Indbakke | Månedsrapport | Gem som | Glemt adgangskode | Udskriv | Saapuneet | Kuukausiraportti | Tallenna nimellä | Unohtuiko salasana
Skrzynka odbiorcza | Raport miesięczny | Zamówienie 4500077889 | Faktura 12/03/2025 | Zapisz jako | Anuluj | Drukuj | Razem 1 250,00 zł | VAT 23 % | Nie pamiętasz hasła? | Zmień hasło | Strona 3 z 12 | Nowa Huta
Doručená pošta | Měsíční zpráva | Objednávka 4500088990 | Uložit jako | Zapomenuté heslo | Beérkezett üzenetek | Havi jelentés | Rendelés 4500099001 | Mentés másként | Elfelejtett jelszó | Mesaje primite | Raport lunar
Gelen kutusu | Aylık rapor | Sipariş 4500010112 | Farklı kaydet | Şifremi unuttum | Toplam 1.250,00 TL | KDV 20 % | 14 Mart 2025 | Входящие | Отчёт за месяц | Заказ 4500020223 | Сохранить как | Забыли пароль? | Итого 1 250,00
受信トレイ | 月次報告 | 注文 4500030334 | パスワードを忘れた場合 | 收件箱 | 月报 | 订单 4500040445 | 忘记密码 | 修改密码 | 받은편지함 | 월간 보고서 | 비밀번호 찾기 | البريد الوارد | نسيت كلمة المرور | תיבת דואר נכנס
`;

const split = (text: string) => text.split(/[|\n]/).map((one) => one.trim()).filter((one) => one !== "");

/** All of them, once each. Those of odd place were set back while the detectors were made. */
export const ORDINARY_TEXTS: readonly string[] = [
  ...new Set([ENGLISH, GERMAN, FRENCH, SPANISH, OTHERS].flatMap(split)),
];

const LATER = `
Quarterly forecast v3.xlsx - Excel | Re: Server maintenance on Saturday | FW: Lunch menu | Travel request 2025-0231 | Expense claim approved | Stock transfer 4900012345 | Goods issue posted | Open items by due date
Contract renewal checklist | Supplier scorecard | Warehouse layout plan | Fleet overview | Cash flow statement | Balance sheet 2024 | Depreciation run | Period closing | Payment run 20250331 | Dunning level 2
Customer group 03 | Sales district North | Plant 1100 | Storage bin A-03-12 | Handling unit 100000000123456789 | Delivery 80034567 | Route DE0001 | Incoterms DAP Hamburg | Container TCLU 442211 8
New message | Delete conversation | Mark all as read | Move to folder | Snooze until tomorrow | Schedule meeting | Meeting notes 12 March | Agenda item 4 | Action items | Minutes approved
Zoom in | Full screen | Print preview | Export to CSV | Freeze panes | Conditional formatting | Pivot table 2 | Sort ascending | Filter by colour | Merge cells | Insert row above | Undo typing
Cart (2 items) | Size M | Colour navy blue | In stock | Ships within 24 hours | Order total 89.90 | Coupon SPRING25 | Gift wrap | Estimated arrival 3 April | Returns & refunds | Rate this product
Red Cross Shelter | Green Valley Farm | Lake Tahoe Resort | Cape Town Branch | Baker Hughes Report | Rio Tinto Contract | Santa Fe Depot | Saint Gobain Glass | Port Elizabeth | Mount Everest Trek | Fort Worth Office
Ben & Jerry's | Dolce & Gabbana | Abercrombie & Fitch | Ernst & Young | Black Forest Cake | Caesar Salad | Earl Grey | Bloody Mary | Granny Smith Apples | Peter Pan Ride | Big Ben Tour | Victoria Sponge
Phase 2 of 4 | Milestone M3 | Sprint 14 | Story points 8 | Epic: billing | Bug 10293 | Branch release/2.4 | Pull request #812 | Merge conflict in app.ts | Build failed in 3 min 12 s | Coverage 87.4 % | Latency p95 210 ms
Serial no. 7H3K-22 | Asset tag 004512 | License plate holder | Pinout diagram | Pass rate 92 % | Secret shopper study | Token ring network | Session notes | Key account list | Keynote slides | Code review | Code of conduct
Bearer of good news | Basic plan | Authorization form | Credentials committee | Private banking | Private label goods | Incognito shoes | Anonymous survey | Born digital | Née en France | Address format | Street food market
Call center statistics | Phone bill | Mobile app | Fax machine | Cell division | Hotel Adlon | Room service | Birth certificate form | Date picker | Time sheet 13/2025 | Calendar week 9 | Shift 3 | Break 30 min
Auftragsbestätigung 2025-044 | Mahnung Stufe 1 | Gutschrift GS-1002 | Inventurliste Lager Süd | Fertigungsauftrag 1000456 | Arbeitsplan | Prüfprotokoll 7 | Werkstattwoche | Wartungsplan Pumpe 3 | Messe Hannover
Neuer Termin | Serientermin bearbeiten | Abwesenheitsnotiz | Gesendete Elemente | Entwürfe (4) | Papierkorb leeren | Ordner umbenennen | Ansicht wechseln | Filter löschen | Auswahl aufheben | Vollbild | Hilfe anzeigen
Stuttgarter Platz | Unter den Linden | Köln Hauptbahnhof | Flughafen Zürich | Bahnhofstraße | Am Markt 3 | Gewerbegebiet Ost | Halle 7 | Tor 2 | Schlossallee | Rathaus Steglitz | Brandenburger Tor
Volkswagen Golf | Mercedes Sprinter | Dallmayr Kaffee | Ritter Sport | Dr. Beckmann Fleckenteufel | Hans im Glück Burger | Emil und die Detektive | Max und Moritz | Faber Castell Stifte | Käthe Wohlfahrt Laden
Compte rendu de réunion | Bulletin de paie | Congés payés | Note de frais 2025-12 | Bon de commande | Relevé de compte | Avoir n° 45 | Accusé de réception | Pièces jointes (2) | Nouveau message | Répondre à tous
Galeries Lafayette | Boulangerie du Marché | Zone industrielle nord | Quai 4 | Bâtiment Colbert | Salle Victor Hugo | Crème brûlée | Gruyère râpé | Louis d'or | Saint Émilion 2018 | Château Margaux | Mont Saint-Michel
Orden de compra | Nómina de marzo | Gastos de viaje | Hoja de ruta | Acta de reunión | Bandeja de salida | Responder a todos | Nuevo correo | Almacén norte | Muelle 3 | Puerto de Valencia | Feria de Abril | Don Simón Zumo
Verbale di riunione | Busta paga | Nota spese 2025 | Ordine di acquisto | Nuovo messaggio | Rispondi a tutti | Magazzino Est | Porta Nuova | Santa Lucia | San Marino | Parmigiano Reggiano | Villa Borghese | Monte Rosa
Ata da reunião | Folha de pagamento | Nota fiscal 55123 | Nova mensagem | Responder a todos | Armazém Sul | Belo Horizonte | Feira de Santana | Vinho Verde | Verslag vergadering | Loonstrook | Nieuw bericht | Station Zuid
Mötesprotokoll | Lönebesked | Nytt meddelande | Møtereferat | Lønnsslipp | Ny melding | Mødereferat | Lønseddel | Kokouspöytäkirja | Palkkalaskelma | Uusi viesti | Protokół zebrania | Lista płac | Nowa wiadomość | Stare Miasto
`;

/** Written when the detectors were made, and never looked at for making them. */
export const LATER_TEXTS: readonly string[] = [...new Set(split(LATER))];
