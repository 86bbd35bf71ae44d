/** Words of offices, shops and software that stand behind given names in titles and labels, and are no family names. */
import { folded } from "./name_words.ts";

/** Whether a word that no list of names knows is one of every day: by a list, or by an ending of nouns. */
export function isOrdinaryWord(word: string): boolean {
  return ORDINARY_WORDS.has(word) || (word.length >= 6 && NOUN.test(word));
}

/** Endings of nouns and adjectives in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const NOUN =
  /(?:tions?|sions?|ments?|ness|ities|ships?|wares?|ology|ances?|ences?|ings|ated|ized|ised|able|ible|less|ically|logue|ungen|ung|heit|keit|keiten|schaft|schaften|tionen|itat|anzeige|liste|nummer|plan|buch|zeit|werk|haus|stelle|karte|blatt|daten|kosten|preis|gruppe|cion|ciones|idad|idades|miento|mientos|zione|zioni|mento|menti|cao|coes|dade|dades|atie|aties|heid|heden|eringen|ering)$/;

const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  ("ability academy acceptance access account accounting accounts action actions activity address advance advertising agency agenda " +
    "agreement air alarm alert album alpha amount analysis analytics android angebote anleitung annex answer antwort aperture apple " +
    "archive area article assembly asset assets assistant auction audio audit august author award away award baby back background badge " +
    "bag balance ball band banner bar base basic basis basket battery beach bed bedding beer belt beta bike billing bills bin board boat " +
    "body bold bond bonus book booking books boots border bottle bottom box brand bread break breakfast brief bronze browser brush " +
    "bucket budget buffer bug build bulk bundle bus button buttons cabinet cable cache cafe cake camera camp campaign cancelled candle " +
    "capacity capital car card cards care cargo carpet carrier cart carton cases catalog category cell certificate chain chair chance " +
    "change changes channel chapter charge chart charts check checklist chest chocolate choice circle city claim claims class classic " +
    "cleaner clinic clip clipboard clock closed closing cloth clothes club coach coat coffee collection college color colour column " +
    "combo command comments committee common community compact compare complaint complete component concept concert conference config " +
    "connect console contact container content contest contract control cookie copy core corner cosmetics counter country county " +
    "couple coupon course court cover cream creation credit crew cross cup currency current custom cut cycle daily dance dashboard " +
    "date day days deal debit deck default defect delay demo department deposit depot desktop detail developer device diary diesel " +
    "digital dinner direct director directory discount dish disk display district division doctor domain door double dragon drawing " +
    "dress drill drink drive drop dry duty east easy edition editor effect electric element end energy engine enquiry entry equipment " +
    "error estate evening event events example exchange exhibition expense expenses expert export express extension extra eye fabric " +
    "face factory failed fair family fan fashion fast feature fee feed feedback female festival field figure film filter final " +
    "finance finish fire first fish fitness fix flag flash flat fleet flight floor flow flower folder font food foot football force " +
    "forecast format forum frame free freight fresh fridge front fruit fuel full fund furniture future gallery game games garage garden " +
    "gas gate gear gift glass global glove gold golf goods grand graph green grid group guide gym half hall handbook handle hardware " +
    "head health heart heating height hello help high hire history holiday home hook hour hours hub ice icon idea image impact inbox " +
    "index industry info information ink inn input insert insurance interview invoice invoices iron issue issues jacket jam jeans jet jewelry " +
    "job jobs journal journey joy juice kit kitchen label lab laboratory lamp land language laptop large laser last launch layer " +
    "layout lead leads leaf league lease leasing leather leave left legacy lesson letter letters level library licence license life " +
    "lift light limit line link links liquid lite literature live loan loans lobby location lock lodge logo lot lounge love low lunch " +
    "machine magazine main male mall management manual map maps market mask master match material mattress meal measure media " +
    "medical medium menu merchandise mid mile milk mill mini mirror mix mobile mode model module money monitor month motor mount mouse " +
    "movie multi music name native natural network news newsletter night nord normal north notebook notice now object offer " +
    "offers oil old open opening opera operations option options order orders original outdoor outlet output oven overview owner pack " +
    "package packages packaging page pages paint pair palace panel paper parcel parking part partner parts party pass passenger " +
    "passport patch path pattern payroll pen pension period permit perfume pet phone photo photos picture pictures pin pipe pizza " +
    "plane plant plastic plate platform play pocket policy poll pool port portal portfolio position poster pot power practice pre " +
    "premium present president press pressure preview primary print printer priority private prize problem produce production " +
    "products profit program programme progress promo promotion proof property proposal prospectus provider public pump purple quality " +
    "quarter query question questions queue quick quiz quota race rack radio rail rain range rank rate rates rating raw reader ready " +
    "real receipt receipts recipe record records recorder recovery red reference region register regular release reminder remote rent " +
    "rental repair replacement reply reporting research reserve resort resource rest restaurant result results retail review reviews " +
    "reward ring risk river road robot role roll roof root rope route row royal rule rules run safe safety salad salary sample sand " +
    "save savings scale scan scanner schedule scheme science scope score scout screen script seal season seat second secret section " +
    "sector security seed select selection seminar sensor series server set sets setup shadow shape share shares sheet shelf shell " +
    "shift shirt shoe shoes short show shower side sign signal signature silk silver simple single site size skill skin sky sleep " +
    "slide slot smart snack snow soap social socks sofa soft solar solution song sort sound soup source space spain spare special " +
    "speed spices spirit split sport sports spot spray spread spring staff stage stairs stamp stand start state statement station " +
    "statistics steel step sticker stock stone stop storage store stores storm story stove strategy stream strike strip studio study " +
    "style subscription success sugar suite summary sun supply support surface survey sweater swim switch symbol table tablet tag " +
    "talk tank tape target tariff tax taxi tea technology teams tent term terminal terms test text theatre theme thread ticket tile " +
    "timber time timeline timeout timesheet tip title toast today toilet token tool toolbox tools top topic touch tour tower town toy " +
    "toys track tracker trade trading traffic trail trailer train training transfer transport trash travel tray treatment tree trend " +
    "trial trip truck trust tube tutorial type tyre underwear uniform union unit universe update upgrade vacation valid vault " +
    "vehicle version video village vision visit voice volume voucher wage wagon wait walk wall wallet wardrobe warning warranty wash " +
    "watch water wave wear weather website wedding week weekend weight welcome wheel white wide wifi wild wind wine winner winter " +
    "wire wishlist witness wizard wool word words workflow workshop world wrap year years yellow zone zoom " +
    "abend abgabe ablage abrechnung absage abschluss adressbuch akte akten aktion aktuell album alle anfragen anlage anlagen anleitung " +
    "anmeldung anruf anschrift antrag anzahl anzeige apotheke arbeit archiv artikel arzt aufgaben auftrage ausgabe ausgang ausland " +
    "auslage ausweis auto bad bahn bank baum beispiel beitrag beleg belege benutzer bereich bestand bett bibel bier bild bilder blatt " +
    "blumen boden brief briefe brot brucke buch bucher buchung buro bus dach dank datei dauer deckel decke dienst dienste ding dokumente " +
    "druck drucker durchschnitt eingang einkauf eintrag entwurf ergebnis ersatz fach fahrt fahrzeug fall falle farbe fehler feier ferien " +
    "firma fisch flasche flug form foto frage fragen freigabe freitag frist fuhrung gang garten gebaude gebiet gebuhr gehalt geld " +
    "gemeinde gerat gericht geschaft geschenk gesellschaft gesprach gewicht gewinn glas grund gut haus heft heizung hilfe hinweis hof " +
    "holz hose idee inhalt insel institut jahr jubilaum kabel kaffee kalender kamera kasse kauf kind kirche kiste klasse klinik konto " +
    "kopf kopie korb kosten kraft kredit kuche kunst kurs kuche lager lampe land laufwerk leben leder leitung licht lieferant lieferung " +
    "linie liste lohn losung luft markt maschine maske maus mauer meldung messe miete mitglied mitte mittag modell monat morgen motor " +
    "mull museum musik muster nacht name netz nord notiz nummer oben objekt ordner ort ost paket palette papier partei pause pflege " +
    "pizza planung platte portrait post probe problem produkt projekte protokoll prozess prufung punkt quittung rabatt rad radio rat " +
    "raum rechner rechte regal regel reihe reise reparatur restaurant rolle runde sache saft salat salz satz schaden schein schiff " +
    "schloss schluss schlussel schrank schrift schritt schuhe schulung see seife seiten sendung sicherheit sitz skonto sommer sonne " +
    "spiel sport sprache stadt stahl stand standort start statistik stelle steuer stift stimme stock storno storung stuck stuhl stunde " +
    "suche summe symbol tabelle tag tasche tasse technik teil teile teller tier tisch titel ton tor treffen treppe tur turm umsatz " +
    "umzug unfall unten unterlagen unterricht urlaub verein verfahren verkauf verlag versand version versuch verwaltung video volumen " +
    "vorgang vorlagen vorschau vorstand wagen wahl wahrung wald wand ware waren wasche wasser wechsel weg wein welt werbung werk werkstatt " +
    "wert west wetter widerruf winter woche wohnung wort wunsch zahl zahlen zeichen zeichnung zeile zeitung zentrum ziel zimmer zoll " +
    "zubehor zug zugang zukunft zusage zustand zutritt zweck " +
    "accueil achat achats affaire affaires agence aide air ajouter analyse annee annuaire appel argent article assistance atelier avis " +
    "bagage banque bateau bilan billet bois boite boutique bouteille bureau cadeau cahier caisse calcul camion carte cartes cause centre " +
    "chaise chambre chapitre chaussures chemin cheque choix ciel classe cle client clients code coffre colis commandes commerce compte " +
    "comptes conseil conseils contrat courrier cours cuisine debut demande demandes depart devis dossiers droit eau ecole ecran edition " +
    "emploi enfant equipe erreur espace essai etape etat etude euro exemple facture factures fete feuille fiche fichiers fleur fin " +
    "fournisseur frais fruit gare gestion groupe guide heure histoire horaire image impot jardin jeu jeux jour journal lait langue lettre " +
    "lien ligne livre livres loyer magasin mairie maison marche marque materiel matin mise modele monde montant moteur niveau nom " +
    "nouveau nouvelle nuit objet outil page pain panier papier partie pays photo piece plan plante point porte poste prix produit " +
    "produits projet projets qualite question recu reponse repas reseau resultat retour reunion route salle sante semaine service site " +
    "societe solde sortie stage suite suivi sujet tableau taux terrain texte titre travail travaux usine vacances vente ventes vie ville " +
    "vin visite voiture voyage vue " +
    "abierto agua ahorro almacen anuncio apartado archivo articulo asunto ayuda banco base bebida boleto bolsa busqueda caja calle " +
    "cambio camino campo carpeta carta casa caso cita clase cliente clientes coche codigo comida compra compras concepto consulta " +
    "contrato correo cuenta cuentas curso datos derecho descuento destino dia dinero documento empresa entrada envio equipo error " +
    "escuela estado etapa factura facturas fecha fin firma flor fondo forma foto fuente gasto gastos gente grupo guia historia hoja " +
    "hora horario imagen impuesto inicio isla juego lado libro libros linea lista llamada llave lugar luz maquina mar marca mercado mes " +
    "mesa modelo moneda muestra mundo musica nivel noche nombre nota noticia numero nuevo objeto oferta oficina pagina pago pagos pais " +
    "palabra papel paquete parte pedidos pelicula pieza piso plan playa plazo precio precios prensa presupuesto problema producto " +
    "productos proyecto prueba puerta puerto punto recibo red regalo reloj reserva resumen ropa sala salida salud semana servicio " +
    "silla sistema sitio solicitud suma tarea tarjeta telefono tema temporada texto tiempo tienda tipo titulo trabajo ultimo usuario " +
    "venta ventas verano viaje vida vino vista vuelo zapatos zona " +
    "acqua agenda albergo albero allegato anno articolo assegno avviso bagno banca barca bolla borsa busta cabina calcio camera campo " +
    "cane cappotto cappello carne carta cassa cena centro chiave cibo cielo cliente clienti codice conto copia corso cucina dato dati " +
    "dolce domanda donna durata ente errore esame esempio fattura fatture festa figlio fine fiore firma foglio fonte gara gioco giornale " +
    "giorno gruppo latte lavoro lettera letto libro linea lingua lista luce luogo macchina magazzino mano mare marca mercato mese " +
    "modulo mondo nave negozio notte numero offerta oggetto opera ora ordine ordini orario ospedale ospite pacco pagina paese pane " +
    "parola parte pasta pezzo pianta piatto piano ponte porta posta prezzo prezzi prodotto progetto prova punto quadro rapporto resto " +
    "ricerca ricevuta riga riunione rivista sala sale saldo scadenza scarpe scheda scuola sconto sede sedia segno sera settimana soldi " +
    "sole spesa spese stampa stanza stato storia strada tassa tavola tavolo tempo terra testo titolo torta totale treno turno ufficio " +
    "uscita utente valuta vendita vendite viaggio villa vino visita vita volo voto " +
    "aanvraag adres afdeling afspraak afval agenda antwoord artikelen auto avond baan bedrag bedrijf beeld begin bericht berichten " +
    "bestand bestelling bezoek bijlage bloem boek boot bord brief brood bureau dag datum dienst doel doos deur eind factuur feest fiets " +
    "fles formulier foto fout gebouw gebruik geld gemeente geschenk gesprek gids glas hand handel haven hemd hotel huis huur idee jaar " +
    "kaart kamer kantoor kast kleding klant klas koffie koper korting kosten krant kunst lamp levering lijst maand machine map markt " +
    "melk melding muziek naam nacht nieuws nota nummer onderdeel ontvangst opdracht order overzicht pagina papier plaats plan plant " +
    "prijs product raam reis rekening ruimte schip school schoen sleutel sport stad stap stoel straat stuk taal tafel taak tas tekst " +
    "tijd titel trein tuin uitgave uur vak verkoop verslag versie verzoek vlucht voorraad vraag vrijdag vrijheid wagen wand week wereld " +
    "werk winkel woning zaak zaal zee zomer " +
    "germany france spain portugal italy chile peru mexico brazil argentina colombia canada australia japan china korea india " +
    "russia turkey greece egypt kenya nigeria deutschland frankreich spanien italien schweiz osterreich polen espana italia francia alemania")
    .split(" ").map(folded),
);

/** Firms, brands and works that are called as people are. */
export const CALLED_AS_PEOPLE: ReadonlySet<string> = new Set(
  ("hong kong|costa rica|puerto rico|sierra leone|louis vuitton|christian dior|jack daniels|jack wolfskin|jack jones|calvin klein|ralph lauren|tommy hilfiger|hugo boss|giorgio armani|" +
    "emporio armani|paul smith|marc jacobs|marc polo|laura ashley|karl lagerfeld|michael kors|stella mccartney|paul gaultier|yves rocher|" +
    "saint laurent|johnnie walker|thomas cook|philip morris|eli lilly|mary kay|estee lauder|elizabeth arden|helena rubinstein|" +
    "harley davidson|alfa romeo|aston martin|rolls royce|land rover|morgan stanley|merrill lynch|goldman sachs|charles schwab|ernst young|" +
    "thomson reuters|peter pan|albert heijn|leroy merlin|max mara|massimo dutti|pierre cardin|guy laroche|carl zeiss|robert bosch|" +
    "werner mertz|oscar mayer|dr oetker|dr martens|dr pepper|dr scholl|dr schar|mr price|mr green|mr clean|mr proper|mr wash|mrs meyers|" +
    "jenny craig|sara lee|betty crocker|ann taylor|fisher price|rosa luxemburg|james bond|harry potter|sherlock holmes|robin hood|" +
    "martin luther|george washington|abraham lincoln|santa claus|santa clara|santa ana|oscar night|uncle ben|lloyd george|patek philippe|" +
    "tiffany co|jimmy choo|vera wang|kate spade|tory burch|donna karan|roberto cavalli|salvatore ferragamo|bruno banani|bruno magli|" +
    "otto versand|otto group|marie curie|robert koch|max planck|albert schweitzer|heinrich boll|konrad adenauer|friedrich ebert|" +
    "charles gaulle|victor hugo|jean moulin|jean jaures|simon bolivar|don bosco|don quijote|mont blanc|paul mitchell|john deere|" +
    "john lewis|marks spencer|boehringer ingelheim|jones lang|lang lasalle|johnson controls|johnson johnson|procter gamble|dow jones|" +
    "rhode schwarz|rohde schwarz|peek cloppenburg|villeroy boch|kuehne nagel|baker hughes|baker tilly|grant thornton|mckinsey company|" +
    "tim hortons|wendys|ruby tuesday|papa johns|jamie oliver|ben jerrys|anna ticket|adam opel|alfred ritter|julius bar|julius meinl|" +
    "laurent perrier|moet chandon|don perignon|dom perignon|jim beam|captain morgan|jose cuervo|ramon allones|romeo julieta")
    .split("|")
    .map((name) => name.split(" ").map(folded).join(" ")),
);
