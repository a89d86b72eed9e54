import { child } from "../tree.ts"
import type { Sight } from "./sight.ts"

/**
 * Nouns that speak, besides names and pronouns: “the *ministry* denied it”, “a *memo* saying so”. Where the model found nothing, rules believe only
 * these: “the *results* confirm it”, “my *experience* tells me” say nothing.
 */
const SPEAKERS = new Set(
  "official authority police prosecutor government ministry department agency office team campaign administration committee council company firm union court army military navy lawyer attorney counsel adviser advisor aide minister senator president governor mayor officer doctor witness eyewitness bystander source leader leadership suspect defendant complainant plaintiff victim survivor family relative brother sister mother father husband wife son daughter neighbor neighbour friend colleague resident passenger driver trucker statement report memo letter document filing lawsuit complaint affidavit dossier teacher student worker owner manager director judge critic activist supporter rebel militant organizer organiser bank airline hospital school university club league editor publisher newspaper network paper magazine broadcaster author actor singer player coach regulator watchdog embassy palace party candidate representative rep delegation side two both three four agent detective investigator executive employee founder chief captain medic nurse analyst expert economist scientist researcher historian biographer diplomat negotiator envoy lawmaker politician congressman congresswoman legislator delegate voter scholar priest bishop monk pope king queen prince princess soldier general commander fighter detainee prisoner inmate hostage migrant refugee protester demonstrator journalist reporter anchor correspondent columnist blogger group organization organisation member participant attendee client customer insider operative strategist consultant staffer nominee accuser who passage message email e-mail tweet post diary book transcript inspectorate directorate secretariat board federation association foundation charity trust institute institution society bureau parliament senate congress assembly navy brigade operator supplier manufacturer maker carrier builder developer retailer firm startup laboratory studio label museum gallery orchestra academy college clinic consortium coalition alliance movement faction church diocese pilot guard steward sailor deckhand patient boy girl teenager child pensioner farmer engineer surgeon architect librarian envoy marshal colonel sergeant lieutenant prince princess".split(
    " ",
  ),
)

/** A name, a person, a body, or what they wrote. */
export function canSpeak({ tagged, forms }: Sight, head: number): boolean {
  const tag = tagged.tags[head]!
  if (/^(PRP|WP|WDT)$/.test(tag)) return /^(he|she|they|who|i|we)$/.test(forms[head]!)
  if (tag.startsWith("NNP")) return true
  const form = forms[head]!
  return (
    SPEAKERS.has(tagged.lemmas[head]!.toLowerCase()) ||
    /(man|woman|men|women|person|people)$/.test(form) ||
    (MANY.test(form) && !THINGS.test(form))
  )
}

/** “Four *herders* confirmed it”: nouns of people, made as such nouns are. */
const MANY = /(ers|ors|ists|ians)$/
const THINGS =
  /^(numbers|papers|letters|orders|matters|factors|errors|computers|centers|centres|powers|waters|rivers|borders|chapters|posters|servers|offers|answers|others|colors|colours|doors|floors|mirrors|monitors|motors|reactors|sectors|years|wars|cars|markers|numbers|figures|layers|barriers|quarters|disasters)$/

const MODAL = /^(may|might|could|would|wo|should|will|must|can|ca|shall|be)$/

/** “Ott denied it”, “*after admitting* it”: it was said. Not “could confirm”, “*for denying* it”, “a plan to deny it”. `verb` is the first of its cue. */
export function isTold(sight: Sight, verb: number): boolean {
  const { tagged, forms, tree } = sight
  const tag = tagged.tags[verb]!
  const aux = tree.children[verb]!.filter(each => each < verb && /^aux/.test(tagged.labels[each]!)).map(each => forms[each]!)
  if (tag === "VBG") return aux.length > 0 || !/^(of|for|by|from|with|to|about|in|on|at|without)$/.test(forms[verb - 1] ?? "")
  if (tag === "VB") return aux.some(word => /^(do|does|did)$/.test(word)) || isRefused(sight, verb, aux)
  if (tag === "VBN") return aux.length > 0 && !aux.some(word => MODAL.test(word))
  return tag === "VBP" ? child(tree, tagged, verb, "nsubj") !== null : true
}

/** “*will not* confirm”, “*would neither* confirm” */
function isRefused({ tree, tagged, forms }: Sight, verb: number, aux: readonly string[]): boolean {
  const negated = tree.children[verb]!.some(each => tagged.labels[each] === "neg" || forms[each] === "neither")
  return negated && aux.some(word => /^(will|wo|would|can|ca|could)$/.test(word))
}
