/**
 * Words for one thing done: what one outlet calls a call, another calls a talk. The first of each line stands for all; words are given by their
 * roots (see `rootOf`), so that “resign” also stands for “resignation”. Left out is what is near without being the same: who “blames” does not
 * yet “accuse”, who was “charged” was not yet “convicted”. `npm run measure -- sameness` shows what the lines are worth.
 */
const FAMILIES = `speak talk call conversation discuss discussion phone chat communic contact correspond
  die death kill dead fatal slay slain murder homicid assassin
  resign quit
  meet encounter
  pay payment bribe
  win victory
  attack strike bomb assault raid blast airstrik
  agree deal accord pact
  buy purchas acquisit acquir takeov
  plan intend intent
  fire dismiss sack oust ouster firing dismissal
  sink sunk
  begin start launch
  end stop halt ceas
  help aid assist
  hurt injure injury wound
  arrest detain detent apprehend
  flee escap
  shoot gunfir shot gunman
  vote ballot
  choose select pick appoint name nomin
  send sent email mail messag text tweet
  picture photo photograph imag
  hack breach compromis
  job post position
  cut reduc slash lower
  rise increas grow growth climb
  fall drop declin decreas plung
  sell sale sold
  ban prohibit bar outlaw
  steal theft stolen rob robbery
  lie mislead deceiv
  hide conceal cover-up coverup
  abus mistreat molest
  tortur waterboard
  miss missing disappear unaccount vanish
  sue lawsuit suit litigation
  indict indictment charg
  investig probe inquiry enquiry
  break violat breach
  elect campaign
  deni denial deny
  decid decision
  suspend suspens
  fail failur
  threat threaten
  child kid
  doctor physician
  police officer cop policeman
  law legislat bill
  money fund cash
  weapon arm
  wife spous husband
  marry wed
  pregnan baby birth
  give gave hand
  show reveal
  invite
  order instruct direct command
  wrongdo impropriety misconduct`

const KIN = new Map(
  FAMILIES.split("\n").flatMap(line => {
    const [first, ...others] = line.trim().split(" ")
    return others.map((word): [string, string] => [word, first!])
  }),
)

/** “resignation” and “resign”, “accusation” and “accuse”, “killing” and “kill”, “approval” and “approve”. The longest first. */
const ENDINGS = ["isation", "ization", "ation", "ition", "ment", "ance", "ence", "ate", "ure", "ing", "ion", "al", "en", "e"]

/** What is left of a word without its ending must still tell it from others. Letters. */
const SHORTEST_ROOT = 4

/** “official” has nothing to do with an office held, nor a “general” with what is general. */
const WHOLE = new Set(
  "official general federal national moment evening morning apartment department parliament government building".split(" "),
)

/** The root that a verb and its nouns share, and that stands for its whole family: “denied”, “denial” and “deny” are one. Of a lemma in lower case. */
export function rootOf(lemma: string): string {
  const known = KIN.get(lemma)
  if (known) return known
  if (WHOLE.has(lemma)) return lemma
  const ending = ENDINGS.find(each => lemma.endsWith(each) && lemma.length - each.length >= SHORTEST_ROOT)
  const root = ending ? lemma.slice(0, lemma.length - ending.length) : lemma
  return KIN.get(root) ?? root
}
