/**
 * The words a segmenter must know: closed classes and the abbreviations of English-language newswriting, gathered from style-book lists
 * (months, states and titles as the Associated Press abbreviates them) and from what the training side of the corpora holds often.
 * Written without their last dot, and as they are spelled: "No" is a number, "no" is not.
 */

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}

/** Words that begin with an apostrophe because their beginning is left out. */
export const ELISIONS = setOf("n em til tis twas twere cause cuz bout round nuff neath fore ere")

/** Titles and the like that lean on the name after them. */
export const TITLES = setOf(`
  Mr Mrs Ms Messrs Mx Dr Drs Prof Rev Fr Msgr Sr Sra Mme Mlle St Ste Mt Ft Pt Hon Gov Govs Lt Col Gen Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt Adm
  Brig Ens Sen Sens Rep Reps Del Dels Assemb Pres Amb Atty Supt Supts Det Insp Asst Assoc Dep Sec Treas Chmn Ald Spc Pfc Dist Det MM Lts Cols
  Gens Profs Revs Sgts Dir Comdr Ofc Pte`)

/** Months as they are shortened before a day. */
export const MONTHS = setOf("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")

/** What comes before a number or goes on in lower case: “No. 5”, “pp. 4”, “est. 1902”. */
export const BEFORE_NUMBERS = setOf(
  "No Nos no nos p pp Vol vol Fig fig Figs Art art Sec sec Ch ch Pt Eq Ref ca c est Est Rt Rte Hwy Bldg Apt Ste Op op",
)

/** What never ends a sentence: something is still to come. */
export const LEANING = setOf("vs v cf e.g i.e eg ie viz approx al div Univ Dept Intl Natl Govt Mfg Assn Ph")

/** Abbreviations that may or may not end a sentence: what follows decides. */
export const TRAILING = setOf(`
  Inc Corp Co Cos Ltd Bros Jr Sr Esq Ave Blvd Rd Dr Sq Hts Ctr Ct etc ret Ph.D M.D B.A M.A J.D D.D.S a.m p.m A.M P.M am pm
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun S.A N.V L.P P.C P.S B.C A.D S.p.A
  Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ida Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Oreg Pa Penn
  Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Man
  sq ft lb lbs oz mi hr hrs min mins ext dept tel km cm mm kg yr yrs mo mos bn`)

/** Of these, the ones that are words as well when a sentence ends with them: “He said no.” */
export const ALSO_WORDS = setOf("no nos am pm art man mo mi min mins sec fig est ret la Sun Sat Mass Wash Miss Ill Ind Pa Man Mont")

/** Capitalised, they begin a sentence far more often than they go on after an abbreviation. */
export const STARTERS = setOf(`
  The A An This That These Those It Its He His She Her They Their We Our You Your I My There Here But And Or Nor So Yet For In On At By To
  From With Without After Before During Since Until When While Where Why How What Who Whose Which If As Although Though Because Unless
  Whether However Meanwhile Moreover Still Then Now Today Yesterday Later Earlier Also Even Not No Yes Some Many Most Much Few Several All
  Both Each Every Another Other Others One Two Three Once Only Just Perhaps Maybe Despite Among Under Over Between Instead Asked According
  Nobody Nothing Everyone Everybody Anyone Let It's It’s He's He’s She's She’s They're They’re We're We’re That's That’s There's There’s
  I'm I’m I've I’ve Don't Don’t`)

/** After a time of day these belong to the same sentence: zones, days and months. */
export const AFTER_TIMES = setOf(`
  ET E.T EST EDT CT C.T P.T M.T CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST AEST AEDT IST JST Eastern Central Mountain Pacific Greenwich
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November
  December Jan Feb Mar Apr Aug Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun`)

/** States as they stand after a city's name. */
export const STATES = setOf(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
  N.C N.D N.H N.J N.M N.Y S.C S.D R.I W.Va D.C P.R Ont Que Alta B.C`)

/** Words after which a speaker only pauses: “about ... Ruiz”. */
export const DANGLING = setOf(`
  the a an of to and or but that about with for in on at by from as my his her their our your its this is was are were be been who which
  when if than into like no not very so`)

/** Things that are told apart by a letter: “Plan B.” */
export const LETTERED = setOf("plan option vitamin hepatitis grade exhibit appendix building section part group type class team")

/** Names spelled with a mark that ends nothing. */
export const MARKED_NAMES = setOf("Yahoo Jeopardy Yum Oklahoma E OK Wham")

/** Verbs that hand a quoted question or outcry to the one who uttered it: “Why?” Ruiz asked. */
export const SAYING = setOf(`
  said says asked asks replied replies answered answers added adds shouted shouts yelled yells cried cries exclaimed wondered wonders wrote
  writes tweeted tweets continued continues told tells quipped joked declared demanded insisted responded recalled explained chanted
  screamed remarked inquired mused`)

/** Words written as one that Penn Treebank takes for two, with the length of the first. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["gimme", 3],
  ["lemme", 3],
])

/** What stands after the apostrophe of a contraction or a possessive. */
export const CLITICS = setOf("s m d re ve ll")

/** Letters that a dollar sign goes with: “US$5”. */
export const DOLLARS = setOf("US A C AU CA NZ HK S NT R Z")
