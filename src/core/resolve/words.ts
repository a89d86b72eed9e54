/**
 * Words that tell what a noun stands for. Each list holds dictionary forms in lower case; the comment above it is a sentence
 * in which one of them does its work.
 */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Harbor *spokeswoman* Lena Ott”: one who speaks for another. */
export const SPEAKS_FOR = set(`spokesman spokeswoman spokesperson spokespeople lawyer attorney counsel solicitor barrister representative
  press-secretary publicist envoy agent advocate mouthpiece spokesmen spokeswomen`)

/** “*Officials* said”, “a *source* close to the ferry line said”: people who are meant and not named. */
export const UNNAMED_PEOPLE = set(`official source person aide adviser advisor insider diplomat witness resident relative neighbor neighbour
  employee worker staffer operative ally friend associate colleague executive analyst expert lawmaker participant attendee
  people passenger driver researcher scientist investigator prosecutor lawyer attorney spokesman spokeswoman spokesperson
  representative consultant strategist critic supporter opponent observer someone somebody reporter journalist officer
  doctor nurse teacher student voter man woman activist survivor victim donor broker trader banker economist engineer captain sailor`)

/** “*Police* said”: bodies and classes of people that speak as one. */
export const GROUPS = set(`police authority authorities government ministry department agency office team campaign administration committee
  council commission company firm union group court party parliament senate house congress cabinet army military navy prosecutor
  school university hospital board bank court tribunal bureau organization organisation association coalition alliance movement
  republicans democrats conservatives liberals critics supporters opponents activists scientists experts voters analysts lawmakers
  investigators police prosecutors officials sources people residents families workers fans companies countries nation state city
  embassy palace foundation charity network regulator watchdog federation league club crew family side camp`)

/** “the *report* said”: what is written and speaks. */
export const DOCUMENTS = set(`report letter document memo memorandum transcript affidavit indictment complaint lawsuit suit filing motion
  ruling opinion order judgment verdict study survey poll paper review audit book memoir diary article story column editorial
  statement release bulletin law bill act statute constitution treaty agreement contract email e-mail message text tweet post
  recording tape video log file dossier finding data figures statistics census website page ad advertisement headline notice cable`)

/** “the *newspaper* reported”: those who carry the words of others. */
export const PUBLICATION_NOUNS = set(`newspaper paper magazine agency news-agency broadcaster network channel outlet weekly daily tabloid
  journal website site station publication blog newswire wire media press broadsheet`)

/** “the Harbor *Post*”, “Coast *News*”: last words of names of newspapers, agencies and broadcasters. */
export const PUBLICATION_NAMES = set(`post times news journal herald tribune gazette guardian telegraph chronicle globe observer mail mirror
  sun star express standard examiner dispatch courier press record ledger inquirer bulletin register sentinel monitor today
  reuters ap afp upi tass ria interfax xinhua bloomberg cnn bbc nbc abc cbs msnbc fox npr pbs politico axios vox slate newsweek time
  economist atlantic yorker breitbart huffpost buzzfeed spiegel bild zeit monde figaro pais repubblica stampa asahi kyodo yonhap
  jazeera arabiya dpa ansa efe pti itar-tass wire network broadcasting radio television tv review digest week weekly daily magazine wsj nyt c-span`)

/** “in an *interview* with”, “at a *briefing*”: where and by what means something is said. */
export const VENUES = set(`interview statement speech address conference briefing summit forum rally hearing book letter post tweet meeting
  court email e-mail podcast show program programme debate testimony memo report remarks call broadcast appearance event session
  deposition editorial column op-ed article essay lecture talk message video panel gathering convention ceremony press-conference
  documentary memoir newsletter town-hall service funeral visit trip trial inquest inquiry parliament stage air assembly chat webinar`)

export const FEMALE_NOUNS = set(
  "woman spokeswoman congresswoman chairwoman actress mother wife daughter sister girl lady queen widow businesswoman councilwoman aunt niece grandmother girlfriend",
)
export const MALE_NOUNS = set(
  "man spokesman congressman chairman actor father husband son brother boy gentleman king widower businessman councilman uncle nephew grandfather boyfriend",
)

/** “the *candidate* said”: words for someone whom the article has named already. */
export const OFFICES =
  set(`candidate nominee senator congressman congresswoman lawmaker governor mayor president premier minister chancellor
  leader chairman chairwoman chief businessman businesswoman mogul billionaire politician general judge justice author actor actress singer
  coach player star singer director founder veteran professor bishop archbishop pope king queen prince princess`)

/** Titles that come before a name without being part of it. */
export const TITLES = set(
  "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame prof prof. rev rev. gen. gov. sen. rep. lt. col. capt. sgt. judge justice president senator governor mayor minister professor king queen prince princess pope congressman congresswoman lieutenant sergeant captain detective admiral colonel reverend archbishop chancellor premier representative trooper ambassador",
)

/** Given names that say who “she” and “he” can be; rarer and shared names are left out rather than guessed. */
export const FEMALE_NAMES =
  set(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
  kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna
  brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce
  virginia victoria lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances
  kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie
  brittany charlotte marie kayla alexis lori hillary ivanka melania nina elena olga irina lena tanya svetlana ingrid astrid greta fatima aisha
  leila yasmin priya anjali mei lucia carmen rosa ana elise claire sophie chloe camille nadia vera eva petra monika katarzyna agnieszka bridget
  nora fiona siobhan gwen harriet edith hilary theodora marta ines paula silvia daniela alexandra kellyanne loretta huma condoleezza angelina`)
export const MALE_NAMES =
  set(`james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
  justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry zachary
  douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse
  bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene
  bob bill tom jim mike steve dave dan tony chris rick ron ted tim rudy bernie barack vladimir dmitry sergei igor ivan boris volodymyr oleg
  viktor mikhail nikolai pavel hans klaus jurgen wolfgang lars erik sven olaf anders ahmed mohammed muhammad ali hassan omar ibrahim yusuf
  khalid raj amit sanjay wei chen hiroshi kenji takashi pierre jean-claude francois luc marc antoine giovanni marco luca matteo carlos luis
  miguel pedro diego jorge javier pablo fernando rafael gordon neil graham ian nigel simon colin trevor stuart malcolm hugh rupert felix oscar
  max leo otto karl emmanuel joshua mitt newt lindsey marco jeb kirk gavin clive barry derek howard corey roland reince`)
