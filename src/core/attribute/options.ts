import { child, type Run, subtree } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Quote, Sight } from "./sight.ts"
import { silence } from "./silence.ts"
import { isNominal, isPassive, speaker, speakersOf } from "./speakers.ts"

/** Looks at one token as a possible cue and gives the ways to read it. */
type Recogniser = (sight: Sight, token: number) => readonly Option[]

/** All ways to read each possible cue of the prose, one list per cue. In text order of the cues. */
export function optionsOf(sight: Sight): readonly (readonly Option[])[] {
  const lists: (readonly Option[])[] = []
  for (let token = 0; token < sight.forms.length; token++) {
    const sure = silence(sight, token)
    const options = sure ? [sure] : RECOGNISERS.flatMap(recognise => recognise(sight, token))
    if (options.length) lists.push(unlike(options))
  }
  return lists
}

/** “Ruiz said the bridge was safe”, “is confident that …”, “the claim that …”. */
function predicate(sight: Sight, token: number): readonly Option[] {
  const tag = sight.tagged.tags[token]!
  if (tag.startsWith("VB")) return isAuxiliary(sight, token) ? [] : verbOptions(sight, token)
  if (tag.startsWith("JJ") || tag.startsWith("RB")) return hasClause(sight, token) ? verbOptions(sight, token) : []
  if (tag.startsWith("NN")) return nounOptions(sight, token)
  return []
}

function isAuxiliary({ tagged }: Sight, token: number): boolean {
  return tagged.labels[token] === "aux" || tagged.labels[token] === "auxpass" || tagged.labels[token] === "cop"
}

function hasClause({ tree, tagged }: Sight, token: number): boolean {
  return child(tree, tagged, token, "ccomp", "xcomp") !== null
}

function verbOptions(sight: Sight, verb: number): Option[] {
  const cue = cueOf(sight, verb)
  const speakers = speakersOf(sight, verb, cue)
  const raising = child(sight.tree, sight.tagged, verb, "xcomp") !== null && !speakers.includes(null)
  const list = raising ? [...speakers, null] : speakers
  return list.flatMap(who => {
    const group = groupOf(sight, cue, who)
    const contents = [
      ...complements(sight, verb, cue),
      ...thatClause(sight, cue),
      ...rest(sight, cue),
      ...quotations(sight, verb, group),
      ...parenthetical(sight, verb, group),
      ...raised(sight, verb, who),
    ]
    return contents.flatMap(({ rule, runs, cue: longer }) => option(sight, rule, longer ?? cue, verb, who, runs))
  })
}

interface Content {
  readonly rule: string
  readonly runs: readonly Run[]
  /** Where the cue takes in a preposition: “called for”. */
  readonly cue?: Run
}

function option(sight: Sight, rule: string, cue: Run, cueHead: number, who: Speaker | null, runs: readonly Run[]): Option[] {
  const source = who && !(who.run.first < cue.last && cue.first < who.run.last) ? who : null
  const content = contentOf(sight, runs, cue, cueHead, source?.run ?? null)
  if (!content) return []
  return [{ rule, cue, cueHead, source: source?.run ?? null, sourceHead: source?.head ?? null, content }]
}

const COMPLEMENTS = new Set(["ccomp", "xcomp", "dobj", "advcl", "dep", "parataxis", "nmod", "iobj", "acl"])

/** Right-hand dependents that are not part of what is said. */
const OUTSIDE_PHRASE = new Set(["conj", "cc", "punct", "nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "cop", "compound:prt"])

/** What the grammar hangs from the verb as its complement: each alone, and from the first to the last of them. */
function complements(sight: Sight, verb: number, cue: Run): Content[] {
  const { tree, tagged } = sight
  const out: Content[] = []
  const after = tree.children[verb]!.filter(each => each >= cue.last && !OUTSIDE_PHRASE.has(tagged.labels[each]!))
  for (const each of tree.children[verb]!) {
    const label = tagged.labels[each]!
    if (!COMPLEMENTS.has(label)) continue
    const run = subtree(tree, each)
    if (label === "nmod" || label === "advcl") out.push(...prepositional(sight, each, cue, run))
    else if (label !== "iobj") out.push(...withShorter(sight, { rule: each < verb ? `${label}<` : label, runs: [run] }))
  }
  const end = Math.max(...after.map(each => tree.right[each]! + 1))
  for (const each of after.slice(0, 3)) {
    const first = tree.left[each]!
    if (first >= cue.last && end > tree.right[each]! + 1) out.push({ rule: `${tagged.labels[each]}…`, runs: [{ first, last: end }] })
  }
  return out
}

/** What begins, behind a comma, the reporter's own words again: “said it was safe, *adding* …”, “… safe, *but* did not say why”. */
const TURN = /^(but|though|although|while|whereas|as|after|before|because|and|which|who|in|according|despite|since)$/

/** The same content, and once more up to the first comma where the sentence may turn back to its writer. */
function withShorter({ forms, tagged, quoteOf }: Sight, content: Content): Content[] {
  const { first, last } = content.runs[0]!
  for (let token = first + 2; token < last - 1; token++) {
    if (forms[token] !== "," || quoteOf[token]! >= 0) continue
    if (tagged.tags[token + 1] === "VBG" || TURN.test(forms[token + 1]!))
      return [content, { rule: `${content.rule},`, runs: [{ first, last: token }] }]
  }
  return [content]
}

/** “called for calm”: the preposition goes to the cue when it follows at once, and to the content in “warned the crowd of floods”. */
function prepositional({ tree, tagged }: Sight, token: number, cue: Run, run: Run): Content[] {
  if (run.first !== cue.last) return [{ rule: tagged.labels[token]!, runs: [run] }]
  const mark = tree.children[token]!.find(each => each === run.first && (tagged.labels[each] === "case" || tagged.labels[each] === "mark"))
  const whole: Content = { rule: tagged.labels[token]!, runs: [run] }
  if (mark === undefined || tagged.labels[mark] === "mark") return [whole]
  return [whole, { rule: "preposition", runs: [{ first: mark + 1, last: run.last }], cue: { first: cue.first, last: mark + 1 } }]
}

/** “congratulated the crew on the rescue while speaking in Port Salloway”: whatever the parser made of it, the words up to the next turn. */
function rest(sight: Sight, cue: Run): Content[] {
  const { forms, quoteOf } = sight
  const end = sentenceEnd(sight, cue.first)
  let turn = cue.last
  while (turn < end && (quoteOf[turn]! >= 0 || !REST_ENDS.test(forms[turn]!))) turn++
  return turn > cue.last ? [{ rule: "rest", runs: [{ first: cue.last, last: turn }] }] : []
}

const REST_ENDS = /^([,;:.—–]|but|while|when|after|as|because|although)$/

/** How far from its verb a “that” may stand: “reported on Monday, citing two people who had seen the letter, that …” */
const THAT_REACH = 25

/** “claimed, in her book “Tides,” *that the gate was open*”: from the next “that”, whatever the parser hung it from. */
function thatClause(sight: Sight, cue: Run): Content[] {
  const { forms, tagged, tree } = sight
  const end = sentenceEnd(sight, cue.first)
  for (let token = cue.last; token < Math.min(end, cue.last + THAT_REACH); token++) {
    if (forms[token] !== "that" || tagged.tags[token] !== "IN") continue
    const root = tagged.heads[token]!
    const far = { first: token, last: end }
    if (root < token || root >= end) return [{ rule: "that…", runs: [far] }]
    return [
      { rule: "that", runs: [{ first: token, last: tree.right[root]! + 1 }] },
      { rule: "that…", runs: [far] },
    ]
  }
  return []
}

/** Quotations beside source and cue: “…,” said Ruiz; Ruiz said, “…”; “…,” he said. “…” */
function quotations(sight: Sight, verb: number, group: Run): Content[] {
  const before = quoteEndingAt(sight, group.first, verb)
  const after = quoteStartingAt(sight, group.last, verb)
  const next = before && !after ? quoteStartingAt(sight, sentenceEnd(sight, verb), verb) : null
  const out: Content[] = []
  if (before) out.push({ rule: "quote<", runs: [before] })
  if (after) out.push({ rule: "quote", runs: [after] })
  if (before && after) out.push({ rule: "quote<>", runs: [before, after] })
  if (before && next) out.push({ rule: "quote<.>", runs: [before, next] })
  return out
}

function sentenceEnd({ prose, tree }: Sight, token: number): number {
  return prose.sentences[tree.sentenceOf[token]!]!.last
}

/** How many tokens may stand between the speaker and the quotation: “…,” the mayor said on Monday in a brief call, “…” */
const QUOTE_REACH = 12

function quoteEndingAt(sight: Sight, first: number, verb: number): Quote | null {
  const own = sight.quoteOf[verb]!
  for (let token = first - 1; token >= Math.max(0, first - QUOTE_REACH) && sameBlock(sight, token, verb); token--) {
    const at = sight.quoteOf[token]!
    if (at >= 0) return at === own ? null : sight.quotes[at]!
  }
  return null
}

function quoteStartingAt(sight: Sight, last: number, verb: number): Quote | null {
  const own = sight.quoteOf[verb]!
  const end = Math.min(sight.forms.length, last + QUOTE_REACH)
  for (let token = last; token < end && sameBlock(sight, token, verb); token++) {
    const at = sight.quoteOf[token]!
    if (at >= 0) return at === own ? null : sight.quotes[at]!
  }
  return null
}

function sameBlock({ prose, tree }: Sight, a: number, b: number): boolean {
  return prose.sentences[tree.sentenceOf[a]!]!.block === prose.sentences[tree.sentenceOf[b]!]!.block
}

/** “The bridge, Ruiz said, is safe.” “The bridge is safe, said Ruiz.” All of the sentence on either side of source and cue. */
function parenthetical(sight: Sight, verb: number, group: Run): Content[] {
  const { prose, tree, tagged } = sight
  const { first, last } = prose.sentences[tree.sentenceOf[verb]!]!
  const out: Content[] = []
  const before = { first, last: group.first }
  const after = { first: group.last, last }
  const room = (run: Run) => run.last - run.first > 2
  if (room(before)) out.push({ rule: "sentence<", runs: [before] })
  if (room(before) && room(after) && tagged.labels[verb] !== "root") out.push({ rule: "sentence<>", runs: [before, after] })
  if (room(after) && !room(before)) out.push({ rule: "sentence", runs: [after] })
  return out
}

/** “Turnout is expected to fall”, “Ott seemed to agree”: nobody expects it in so many words, and the subject belongs to what is expected. */
function raised(sight: Sight, verb: number, who: Speaker | null): Content[] {
  const { tree, tagged } = sight
  const subject = child(tree, tagged, verb, "nsubjpass", "nsubj")
  if (who || subject === null) return []
  const clause = child(tree, tagged, verb, "xcomp", "ccomp", "advcl", "dep")
  const run = subtree(tree, subject)
  if (clause !== null) return [{ rule: "raised", runs: [run, subtree(tree, clause)] }]
  return isPassive(sight, verb) ? [{ rule: "raised", runs: [run] }] : []
}

/** The verb with its auxiliaries and what stands between them: “has also denied”; with its particle: “laid out”. */
export function cueOf({ tree, tagged }: Sight, verb: number): Run {
  let first = verb
  let last = verb + 1
  const parts = tree.children[verb]!
  for (let at = parts.length - 1; at >= 0; at--) {
    const each = parts[at]!
    if (each >= first) continue
    const label = tagged.labels[each]!
    if (tree.right[each]! + 1 !== first || !(AUXILIARIES.has(label) || label === "advmod")) break
    first = tree.left[each]!
  }
  while (first < verb && tagged.tags[first]!.startsWith("RB") && tagged.labels[first] === "advmod") first++
  const particle = parts.find(each => each === last && tagged.labels[each] === "compound:prt")
  if (particle !== undefined) last = particle + 1
  return { first, last }
}

const AUXILIARIES = new Set(["aux", "auxpass", "neg", "cop"])

/** Source and cue with what little stands between them. */
function groupOf({ tree }: Sight, cue: Run, who: Speaker | null): Run {
  if (!who || tree.sentenceOf[who.head] !== tree.sentenceOf[cue.first]) return cue
  const first = Math.min(cue.first, who.run.first)
  const last = Math.max(cue.last, who.run.last)
  return last - first > cue.last - cue.first + who.run.last - who.run.first + 6 ? cue : { first, last }
}

/** “Ruiz’s claim that …”, “the belief that …”, “his call for calm”, “hopes of a truce”. */
function nounOptions(sight: Sight, noun: number): Option[] {
  const { tree, tagged, forms } = sight
  const cue = { first: noun, last: noun + 1 }
  const who = nounSpeaker(sight, noun)
  const out: Option[] = []
  for (const each of tree.children[noun]!) {
    if (each < noun) continue
    const label = tagged.labels[each]!
    const run = subtree(tree, each)
    const opens = forms[run.first]!
    if ((label === "ccomp" || label === "acl" || label === "dep" || label === "acl:relcl") && (opens === "that" || opens === "to"))
      out.push(...option(sight, opens === "that" ? "noun-that" : "noun-to", cue, noun, who, [run]))
    else if (label === "nmod" && child(tree, tagged, noun, "nmod:poss") !== null && run.first === noun + 1)
      out.push(...option(sight, "noun-of", { first: noun, last: run.first + 1 }, noun, who, [{ first: run.first + 1, last: run.last }]))
  }
  return out
}

function nounSpeaker(sight: Sight, noun: number): Speaker | null {
  const { tree, tagged } = sight
  const owner = child(tree, tagged, noun, "nmod:poss")
  if (owner !== null) return speaker(sight, owner, noun)
  const verb = tagged.heads[noun]!
  if (verb < 0 || tagged.labels[noun] !== "dobj") return null
  const subject = child(tree, tagged, verb, "nsubj")
  return subject === null ? null : speaker(sight, subject, verb)
}

/** “according to Ruiz”, “according to two people who saw the report”. */
function accordingTo(sight: Sight, token: number): readonly Option[] {
  const { forms, tagged, prose, tree } = sight
  if (forms[token] !== "according" || forms[token + 1] !== "to") return []
  const sentence = prose.sentences[tree.sentenceOf[token]!]!
  const cue = { first: token, last: token + 2 }
  const head = nominalAfter(sight, token + 2, sentence.last)
  if (head === null) return []
  const right = Math.max(tree.right[head]! + 1, head + 1)
  const source = trimSource(sight, { first: token + 2, last: Math.min(right, sentence.last) })
  if (!source) return []
  const who = { run: source, head }
  const before = { first: sentence.first, last: token }
  const after = { first: source.last, last: sentence.last }
  const clause = clauseAround(sight, tagged.heads[head]!, before)
  return [
    ...option(sight, "according-to<", cue, token, who, [before]),
    ...option(sight, "according-to", cue, token, who, [after]),
    ...option(sight, "according-to<>", cue, token, who, [before, after]),
    ...(clause ? option(sight, "according-to-clause", cue, token, who, [clause]) : []),
  ]
}

/** The clause that the phrase hangs from, as far as it stands before the phrase. */
function clauseAround({ tree }: Sight, head: number, before: Run): Run | null {
  if (head < before.first || head >= before.last) return null
  const first = Math.max(tree.left[head]!, before.first)
  return first > before.first ? { first, last: before.last } : null
}

/** The word that carries what follows: the last noun of the first noun phrase, unless the parser hung it otherwise. */
function nominalAfter({ tagged, tree }: Sight, first: number, limit: number): number | null {
  for (let token = first; token < Math.min(limit, first + QUOTE_REACH); token++) {
    if (!isNominal(tagged.tags[token]!)) continue
    let head = token
    while (
      tagged.heads[head]! > head &&
      tagged.heads[head]! < limit &&
      tree.left[tagged.heads[head]!]! >= first - 2 &&
      isNominal(tagged.tags[tagged.heads[head]!]!)
    )
      head = tagged.heads[head]!
    return head
  }
  return null
}

function trimSource(sight: Sight, run: Run): Run | null {
  let { first, last } = run
  while (last > first && /^[.,;:”"'’—–-]+$/.test(sight.forms[last - 1]!)) last--
  while (first < last && /^[,;:—–-]+$/.test(sight.forms[first]!)) first++
  return first < last ? { first, last } : null
}

/** How long a name before a colon may be: “Port Minister Elena Ruiz: the bridge is safe”. */
const LABEL_TOKENS = 6

/** “RUIZ: The bridge is safe.” “Mayor: bridge is safe”. */
function colon(sight: Sight, token: number): readonly Option[] {
  const { forms, prose, tree, tagged } = sight
  if (forms[token] !== ":") return []
  const sentence = prose.sentences[tree.sentenceOf[token]!]!
  const cue = { first: token, last: token + 1 }
  const out: Option[] = []
  if (token > sentence.first && token - sentence.first <= LABEL_TOKENS && token + 1 < sentence.last) {
    const source = { first: sentence.first, last: token }
    const who = { run: source, head: lastNominal(tagged.tags, source) }
    out.push(...option(sight, "colon", cue, token, who, [{ first: token + 1, last: sentence.last }]))
    const end = sight.blockLast[tree.sentenceOf[token]!]!
    if (end > sentence.last) out.push(...option(sight, "colon…", cue, token, who, [{ first: token + 1, last: end }]))
  }
  return out
}

function lastNominal(tags: readonly string[], { first, last }: Run): number {
  for (let token = last - 1; token >= first; token--) if (isNominal(tags[token]!)) return token
  return last - 1
}

/** The order does not decide: all options are weighed together. */
const RECOGNISERS: readonly Recogniser[] = [predicate, accordingTo, colon]

/** Options that differ in what they cover; of those alike the first. */
function unlike(options: readonly Option[]): readonly Option[] {
  const seen = new Set<string>()
  return options.filter(each => {
    const key = [
      each.cueHead,
      each.source?.first,
      each.source?.last,
      each.cue.first,
      each.cue.last,
      ...each.content.flatMap(run => [run.first, run.last]),
    ].join()
    return !seen.has(key) && seen.add(key)
  })
}
