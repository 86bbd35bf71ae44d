/** Names that are common in English-speaking countries: Britain, Ireland, North America, Australia, New Zealand. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_ENGLISH: RegionNames = {
  commonGiven: `
    aaliyah abby adeline agatha agnes aidan aiden alan albert alec alexa alexander alexandra alfred alice alicia
    alvin amber andrea andrew angela angus anita ann anna annabelle anne annette annie antonia archie arnold
    arthur ashleigh barbara barney beatrice becky benedict bernadette bernard bernice bert bertie beth betsy
    bettina bobbie bobby brad braden brayden brendan brent brett bronwyn bryce bryony caleb camilla candace carla
    carly caroline carrie carter cassandra cassie cecilia cedric celia charlene charles charlie charlotte chris
    christian christina christine christopher claire clara clarence claudia clifford clive colleen connie
    constance corey craig cyril daisy damien damon dana daniel danielle danny darrell darryl dave david davina
    deanna deborah debra declan denise dennis derrick desmond diana dianne dominic doreen doris dorothea doug
    duane dwayne dwight earl ebony eddie edgar edith edmund edna elisa elise ellen ellis elsie emilia emma enid
    eric erica erin ernest esther ethel eva evelyn faye felicity fergus finlay finn florence floyd francine fred
    freda freddie frederick gabriel gabrielle gail gemma genevieve georgina gerald geraldine gerard gertrude
    gilbert gina gladys glenda glynis gretchen guinevere gwendolyn gwyneth hailey haley hannah harley harvey
    hattie hayden hayley hazel hector helena henrietta herbert herman hilary hilda holly horace howard hugo
    humphrey hunter irene iris irving isabella isabelle isaiah ivor jack jackie jackson jacqueline jaden jake jan
    janelle janet janine jayden jayne jeanette jeannie jemima jenny jerome jerry jessie jill joan joanna joanne
    jodie jody joey joni josephine josie josh joy juan juanita judith julia julian juliet june karl karla katelyn
    kathy katrina kaye keira keisha kelsey kendra kenny kieran kim kirk kirsten kirstin krista kristin kristina
    kristine kurt lachlan lana latoya laura laurence laurie lawrence leah leanne lee leigh lena lenora leo leona
    leroy lesley liam lillian lillie linda linsey lionel lisa lizzie lois lola lorna lottie lou lucas lucille
    lucinda lucy luther lydia lyndsey mabel mack madeleine madeline mandy marcia marcus margery margie marian
    marianne marie marion marisa marlene marsha martha martin martina matilda matt maud maureen maurice mavis
    maxine meghan melanie melinda melody melvin meredith merle michael mick mildred miles millicent millie minnie
    mitch mona morris mortimer muriel murray myra myrtle nadia natalie nathaniel ned nellie nettie niall nichola
    nicholas nicola nicole nick nigel nina noel nora noreen oscar otis owen paige pam pat patrick patsy patti paul
    paula pauline percy perry peter phil philip philippa phyllis polly quentin quinn ramona raymond rebekah
    reginald renee rex rhiannon rhonda ricky robyn roderick roland ronnie rosalind rosie rosalie rosemarie rowena
    roxanne ruben rufus rupert rusty ruth sabrina sadie sandra sandy sara scott selina selma serena seth shane
    shaun shelby sherri sherry sheryl sian sidney sophia sonia spencer stacy stephanie stewart stu sybil sylvia
    tabitha tamara tamsin tania tanya tasha ted terence terrence tess tessa thelma thomas tilly toby todd tommy
    toni tonya tracie tricia trisha trudy tyler tyrone ursula valerie vanessa vera verity vernon veronica vicki
    vicky vince vivienne wade wilbur wilfred willa willie willis winifred winston yolanda yvette zach zack zara
    zelda zoe`,
  given: `
    abe abner adair ainsley alden aldous alton amos anson asa asher aubrey avis barrington barry baxter beau
    bertram beverley blair brady brody buddy byron caden camden carey carlton casey cathal cillian cecil chelsea
    clay clayton cleo cliff clyde cody cole colm conan conor cormac cora cory dale dallas daryl dean deirdre delia
    della dermot dewey dexter diarmuid donal donovan drew dustin eamon eileen elaina elias elliot elliott elroy
    elton elwood emmett errol fern fionn fitzgerald forrest gale garrett garth gaynor gideon giles gladstone glen
    grady greta gus hal hamilton hank harlan harper hayes hollie homer ike ines ira irma ivan ivy jamal jasmine
    javier jed jerald jermaine jethro jocelyn joss josiah judd judah kane karin kaylee keanu kendall kennedy kent
    kerri kirby lamar landon leland lenny leon lester lila linus lorenzo lorcan lorie lowell luella lyle lyndon
    mabelle marcel marcy marla marlon marnie marty mason maeve merv micah micheal mindy misty moira monty myles
    nan nate nell nelson nessa newton niles noelle nolan odette olive oona opal orla orville osborne paddy padma
    parker pearse pearl peyton philomena phineas preston raquel reece reed regina reid reuben rhett rhoda rhys
    rick rita rocky roisin ron rosa rosanna roxy royce russ ryder sam sasha saul sheldon shelley shirley silas
    sinead sorcha stan sterling stevie stuart susannah sven tad tara taylor teddy thaddeus theo tim trent trey
    tristan troy ty una val van vaughan velma vern vic viv wallis ward wes wilma woodrow xander yasmin zac zeke
    zena`,
  givenWords: `
    april august autumn bill brook brooke candy carol chad charity chase cherry chip chuck clay cliff clover coral
    crystal daisy dawn destiny dolly don dusty earl eden ebony faith fay forest frank gay gene georgia ginger
    glory grace grant guy harmony hazel heather heath holly hope hunter iris ivy jade jasper jay jewel jordan joy
    june lane lily mark marina mason may melody mercy miles mercedes miranda misty nova olive page paris patience
    pearl peg penny pierce piper poppy prudence rain ray reed rich river robin rod rose ruby rusty sage savannah
    sierra skip skye sky star sterling stone stormy sue summer sunny trinity troy tucker tuesday venus victoria
    violet virginia wade ward will willow winter wren austin bailey brandy chance chelsea dale dallas dakota dean
    destin drew fern florence gale glen hamilton jackson jules justice kent kit lance lee lexus london lincoln
    madison nelson norm perry pip preston princess roman romeo stirling sydney tiffany trent tyne van vance vega
    vernon viola windsor amber kitty laurel jean rocky sonny rowan jasmine alexa siri ava rick ned patsy marge
    pansy queen woody wilder monty bunny buddy cat colt dot dash ace duke prince happy honey ariel angel opal java
    elm`,
  family: `
    abbott abernathy acheson ackerman adair adams adamson addison ainsworth aitken albright aldridge alexander
    allan allardyce allen allison allsopp alston ambrose anderson andrews anselm anstey appleby appleton archer
    archibald armitage armstrong arnold arrowsmith arthur ashby ashcroft ashton ashworth askew atherton atkins
    atkinson attwood atwood austen bagley bagshaw bailey bainbridge baird balfour ballard bancroft banister
    barclay barker barlow barnard barnes barnett barr barrett barron bartlett barton bateman bates batten baxter
    beattie beaumont beckett beckwith beddoes bellamy bennett benson bentley beresford bernstein berry bickerstaff
    biddle billings binns birch birkett blackburn blackmore blackwell blackwood blair blakely blakemore blanchard
    bland bledsoe bloomfield blythe boland bolton bonham booth boswell bowden bowen bowers bowles bowman boyce
    boyd boyle bradbury braddock bradford bradley bradshaw brady bramwell brandon brannigan brennan brewster
    bridges briggs bristow broadbent brock brodie brogan bromley brooks broughton brownlee bruce bryan bryant
    buchanan buckley bullock burchell burgess burke burnett burns burrows burton butcher byrne byrd caldwell
    callaghan callahan cameron campbell cantrell cardwell carey carlisle carlson carmichael carney carpenter carr
    carrington carroll carruthers carson carver casey cassidy castillo cavanagh cavendish chadwick chalmers
    chamberlain chambers chandler chapman charlton chester chisholm christie church churchill clarke clarkson
    clayton clegg clements clifford clough coates cobb cochran cockburn coffey cohen colby coleman coles colley
    collier collins collingwood compton conley connell connelly connolly connor conrad conroy conway cookson cooke
    cooley coombes cooper copeland corbett corcoran cornwell corrigan costello cotton coulson coulter courtney
    cowan cowley coyle crabtree craddock craig cranston crawford creighton crockett cromwell crosby crossley crowe
    crowley cruickshank cullen culpepper cummings cummins cunningham curran currie curtis cuthbert dalton daly
    dalgleish daniels danvers darby darcy daugherty davenport davey davidson davies davis davison dawkins dawson
    deacon delaney dempsey denham denison dennis denton devereux devine devlin dewhurst dickens dickinson dickson
    dillon dixon dobbs dobson docherty dodd dodds doherty dolan donaldson donnelly donoghue donohue donovan
    dougherty douglas dowd dowling downing doyle draper driscoll drummond dudley duffy dugan duggan duncan dunlop
    dunn dunne durham dwyer dyson eagleton eastman eastwood eaton eccles eckert edgar edmonds edwards egan
    eldridge ellington elliot elliott ellis ellison ellsworth elmore emerson emery english ennis erickson erskine
    evans everett ewing fairbanks fairclough fairweather fallon farley farmer farnsworth farrell faulkner fawcett
    fenton ferguson fernley ferris fielding finch finlay finley finnegan fisher fitzgerald fitzpatrick fitzroy
    flaherty flanagan fleming fletcher flynn foley forbes forsyth foster fowler fox frampton francis franklin
    fraser frazier freeman frobisher frost fuller gallagher galloway galvin gamble gannon gardiner gardner garner
    garrett garrison gaskell gates geary geoghegan gibbons gibbs gibson gilbert gilchrist giles gillespie gilmore
    gleeson glover goddard godfrey godwin goldberg goldsmith gooding goodman goodwin gordon gorman gough grady
    graham grantham graves grayson greaves greenberg greene greenfield greenwood greer gregory griffin griffith
    griffiths grimes grimshaw groves guthrie hackett hadley haines haldane hale halliday hallworth hamilton
    hammond hampton hancock hanlon hanna hannigan hanson harcourt hardcastle harding hardwick hardy hargreaves
    harkness harper harrington harris harrison hartigan hartley harvey haskell hastings hatch hathaway havers
    hawkins hawthorne hayden hayes haynes hayward heaney heath hedges henderson hendricks hennessy henry hepburn
    herbert herring hester hewitt hickey hicks higgins higginbotham hilliard hilton hinds hinton hobbs hodge
    hodges hodgkinson hodgson hogan holbrook holcombe holden holder holland hollis holloway holmes holt hooper
    hopkins hopkinson hopper horne horton hoskins houghton houston howard howarth howe howell howells hubbard
    huddleston hudson huffman hughes hull humphrey humphreys humphries hurley hurst hussey hutchinson hutchison
    hutton huxley hyde ingham ingram innes irvine irving irwin isaacs ives jackson jacobs jacobson james jameson
    jamieson jardine jarvis jefferson jeffries jenkins jenkinson jennings jensen jewell johns johnson johnston
    johnstone jones jorgensen joyce judd kane kavanagh kay keane kearney keating keegan keeler keenan keith keller
    kelley kelly kelsey kemp kendall kendrick kennedy kenny kerr kershaw kidd kilgore kimball kingsley kinsella
    kirby kirkland kirkpatrick kirkwood kitchener knowles knox kramer lacey laird lambert lamont lancaster landry
    langdon langford langley langton larkin larson latham latimer lawler lawrence lawson leach leary leblanc
    leighton lennon lennox leonard leslie lester levine lewis lindsay lindsey liddell livingston livingstone lloyd
    locke lockhart lockwood lodge logan lomax longley lonergan lovell lowe lowry lucas lund lunn lyall lynch lyon
    lyons macarthur macdonald macfarlane macgregor macintyre mackay mackenzie mackie mackintosh maclean macleod
    macmillan macpherson macrae madden maddox magee maguire mahon mahoney malcolm mallory malone maloney mann
    manning mansfield marlow marlowe marley marr marriott marsden marshall martin massey mather matheson mathews
    mathis matthews maxwell maynard mcallister mcarthur mcauley mcbride mccabe mccall mccann mccarthy mcclellan
    mccloskey mcclure mcconnell mccormack mccormick mccoy mccullough mcdaniel mcdermott mcdonald mcdonnell
    mcdowell mcewan mcfadden mcfarland mcgee mcgill mcginley mcginnis mcgovern mcgowan mcgrath mcgraw mcgregor
    mcguire mchugh mcintosh mcintyre mckay mckee mckenna mckenzie mckinley mckinney mclaughlin mclean mcleod
    mcmahon mcmanus mcmillan mcnally mcnamara mcnaughton mcneil mcneill mcpherson mcqueen meadows meehan melville
    mercer meredith merrill merritt metcalfe meyers middleton milburn millar miller milligan millington mills
    milne milner milton mitchell moffat molloy monaghan monroe montague montgomery mooney moore moran morgan
    moriarty morley morris morrison morrow morse mortimer morton moseley mosley moyer mulcahy muldoon mullen
    mulligan mullins munro murdoch murphy murray myers napier nash naylor neal needham nelson nesbitt neville
    newell newman newport newsome newton nicholls nichols nicholson nickerson nixon noble nolan norris northcott
    norton norwood nugent nunn oakes oakley obrien obyrne ocallaghan oconnell oconnor odonnell odonoghue odriscoll
    ogden ogrady ohara okeefe oleary oliver olson omalley oneal oneill oneil oreilly orourke orr osborne oshea
    osullivan otoole owen owens oxley packer padgett paisley palmer pankhurst parkes parkinson parks parr parrish
    parsons partridge paterson patterson patton paul paxton payne peacock pearce pearson peck pemberton pendleton
    pennington percival perkins perry peters peterson petty phelps phillips pickering pickett pierce pilkington
    pinkerton pitman platt plummer pollard pollock poole porter potter potts powell powers pratt prendergast
    prescott preston prewitt priestley pritchard proctor pruitt pryce pugh purcell purdy quigley quinn radcliffe
    rafferty raleigh ralston ramsay ramsey ramsbottom randall randolph rankin ratcliffe rawlings rawlinson raymond
    redding redmond reece reed reese reeves regan reid reilly renshaw reynolds rhodes richards richardson richmond
    riddell ridley rigby riley ritchie robbins roberts robertson robins robinson robson rodgers rogers rollins
    rooney rosenberg rosenthal ross rossiter rothwell rowe rowland rowley rowlands rudd ruddock rushton russell
    rutherford rutledge ryan ryder sadler salisbury salter sampson samuels sanders sanderson sandford sargent
    saunders savage sawyer saxton scanlon schofield schroeder schultz schwartz scott scully searle sedgwick selby
    sellers seward sewell sexton seymour shackleton shanahan shannon shapiro sharpe shaw shea sheehan sheldon
    shelton shepard shepherd sheppard sheridan sherman sherwood shields shipley shore silverman silvester simmonds
    simmons simms simon simpson sims sinclair singleton skelton skinner slater sloan smart smith smithson smyth
    smythe snell snider snyder somerville southgate sparks speakman spears spence spencer spurgeon stafford
    stanford stanley stanton stapleton starkey staunton steadman steele stephens stephenson stevens stevenson
    stewart stoddard stokes storey strickland stratton stringer stroud stuart sturgess styles sullivan summers
    sumner sutcliffe sutherland sutton swanson sweeney swift sykes talbot tanner tate taylor tennant terrell
    thatcher thomas thompson thomson thorne thornton thorpe thurston tierney tilley timmons tobin todd tomkins
    tomlinson townsend townshend travers tremblay trevelyan trudeau tucker tully turnbull turner tuttle twomey
    tyler tyson underhill underwood unwin upton urquhart vance vaughan vaughn vickers vincent wadsworth wainwright
    waite wakefield walden waldron walker wallace waller wallis walsh walters walton warburton ward wardle ware
    warner warren warwick washington waterhouse waterman watkins watkinson watson watts weaver webb webber webster
    weiss welch weller wells welsh wentworth westbrook weston wexford whalen whatley wheeler whelan whitaker
    whitcomb whitehead whitehouse whitfield whiting whitley whitlock whitman whitmore whitney whittaker whittle
    wiggins wightman wilcox wilde wilder wilkes wilkins wilkinson willard williams williamson willis willoughby
    wilson wilton winchester windham winfield wingate winkler winslow winstanley winterbottom winters witherspoon
    wolfe woodall woodard woodcock woodhouse woodruff woodson woodward woolf woolley wooten worthington wragg
    wright wyatt wylie wynn wynne yarborough yardley yates yeats yeoman younger zimmerman ashdown bracegirdle
    entwistle featherstone fothergill hollingworth loughran micklethwaite osgood rowbotham shuttleworth stallard
    tattersall threlfall wadley whitworth`,
  familyWords: `
    ash ashes bacon baker ball banks barber bass bean bear beck bell best bird bishop black blake block bloom bond
    book booker bow bowl branch bridge brook brown bruce bull burn bush butler cain can carter cartwright case
    cash cave chase childs clark clay coal cole combs constable cook corner cox crane cross crow cruise cruz curry
    dale dance day dean dell dial dolphin dove drake drew duke dyer eagle early east fair farrow field fields
    finish fish fitch flood flower flowers ford forest forrest fort franks freed french friend frye gale garland
    gay gentry george glass gold golden gomes good gore grant gray green grey grove guest hall ham hand hardy hart
    hawk hay head heard hill hobby hood hook hope horn house hunt hunter iron jordan joy judge keen kent key king
    kirk knight lamb lane law lawn lee light lincoln little lock long lord love low mace major march mark marks
    marsh mason masters may mayer mead means mercer miles mint moody moon moss nance new nice noon north nurse
    nutt oak page pace paine painter park parker parish pass peace pearl peel penn penny perch piper pitt place
    poe pole pope post potter pound power price pride prince pringle pryor quick rains read reader rice rich ring
    rivers roach rock roller rose round rowan rush sage sands savage school seal sharp shaver sheets shell ship
    shock short silver skinner small snow sparks speed spring squires star steel stern stock stone street strong
    sweet swan swift tailor temple thorn tower town tripp trotter usher vale vane waters way webb weeks wells west
    whale wheat white wild wilde winter wise wolf wood woods woody wren york young`,
};
