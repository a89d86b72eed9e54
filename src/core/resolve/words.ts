/**
 * Words that tell what a noun stands for. Each list holds dictionary forms in lower case; the comment above it is a sentence
 * in which one of them does its work.
 */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Harbor *spokeswoman* Lena Ott”: one who speaks for another. */
export const SPEAKS_FOR =
  set(`spokesman spokeswoman spokesperson spokespeople lawyer attorney counsel solicitor barrister representative rep
  press-secretary publicist envoy agent advocate mouthpiece spokesmen spokeswomen`)

/** “*Officials* said”, “a *source* close to the ferry line said”: people who are meant and not named. */
export const UNNAMED_PEOPLE = set(`official source person aide adviser advisor insider diplomat witness resident relative neighbor neighbour
  employee worker staffer operative ally friend associate colleague executive analyst expert lawmaker participant attendee
  people passenger driver researcher scientist investigator prosecutor lawyer attorney spokesman spokeswoman spokesperson
  representative consultant strategist critic supporter opponent observer someone somebody classmate member detainee inmate prisoner hostage refugee migrant co-worker coworker bystander onlooker attendant rep reporter journalist officer
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
  record passage excerpt chapter footnote recording tape video log file dossier finding data figures statistics census website page ad advertisement headline notice cable`)

/** “the *newspaper* reported”: those who carry the words of others. */
export const PUBLICATION_NOUNS = set(`newspaper paper magazine agency news-agency broadcaster network channel outlet weekly daily tabloid
  journal website site station publication blog newswire wire media press broadsheet television tv radio`)

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
  documentary memoir newsletter town-hall service funeral visit trip trial inquest inquiry parliament stage air assembly chat webinar filing note brief release submission notice blog correction`)

export const FEMALE_NOUNS = set(
  "woman spokeswoman congresswoman chairwoman actress mother wife daughter sister girl lady queen widow businesswoman councilwoman aunt niece grandmother girlfriend",
)
export const MALE_NOUNS = set(
  "man spokesman congressman chairman actor father husband son brother boy gentleman king widower businessman councilman uncle nephew grandfather boyfriend",
)

/** “the *candidate* said”: words for someone whom the article has named already. */
export const OFFICES =
  set(`candidate nominee chair secretary speaker ambassador commissioner attorney sheriff senator congressman congresswoman lawmaker governor mayor president premier minister chancellor
  leader chairman chairwoman chief businessman businesswoman mogul billionaire politician general judge justice author actor actress singer
  coach player star singer director founder veteran professor bishop archbishop pope king queen prince princess`)

/** Titles that come before a name without being part of it. */
export const TITLES = set(
  "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame prof prof. rev rev. gen. gov. sen. rep. lt. col. capt. sgt. judge justice president senator governor mayor minister professor king queen prince princess pope congressman congresswoman lieutenant sergeant captain detective admiral colonel reverend archbishop chancellor premier representative trooper ambassador chair chairman chairwoman chairperson secretary director speaker attorney general commissioner sheriff chief executive mp mep msp deputy officer spokesman spokeswoman spokesperson leader candidate nominee coach ceo correspondent columnist anchor strategist pastor rabbi imam bishop major corporal commander inspector envoy agent councilman councilwoman councillor councilmember assemblyman assemblywoman alderman treasurer comptroller delegate superintendent sgt lt capt cpl cpl. det det. insp. supt. lawmaker democrat republican rep gov sen gen actor actress singer journalist reporter lawyer activist",
)

/** “the *laboratory* said”: a body, though no name tells which. */
export const INSTITUTIONS = set(
  "treasury insurer clinic laboratory lab museum archive observatory label station supplier operator manufacturer maker carrier builder developer retailer gallery zoo abbey inspectorate directorate secretariat institute institution society bureau service council academy college theatre theater orchestra publisher studio startup start-up chain airport port brewery mill mine factory plant shop store restaurant hotel landlord trust fund exchange consulate mission presidency monastery church diocese cathedral mosque temple consortium cooperative co-operative carmaker automaker bakery farm utility railway railroad",
)
