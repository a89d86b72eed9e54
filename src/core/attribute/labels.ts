import type { Block, Name } from "../data.ts"
import { firstEndingAfter } from "../span.ts"
import type { Run } from "../tree.ts"
import { headIn, isQuiet } from "./cues.ts"
import type { Option } from "./option.ts"
import type { Sight } from "./sight.ts"

/** How long a label is at most, in tokens: “PORT MINISTER ELENA RUIZ:”. */
const LONGEST_LABEL = 6
/** Fewer tokens behind the label than this say nothing. */
const LEAST_CONTENT = 2

/** A block that begins with a label: who speaks, the mark behind, and what is said. */
interface Labelled {
  readonly role: Block["role"]
  readonly label: Run
  readonly mark: Run
  readonly content: Run
}

/**
 * Who speaks where a transcript or a headline says so before a colon. The rules see the whole document: one block that begins “Ruiz:” may be a
 * list's, several are an interview.
 */
export interface Labels {
  /** Transcripts and signed quotations leave no choice. */
  readonly transcript: readonly Option[]
  /** “Mayor: Bridge Is Safe”, to be believed where nothing else was found. */
  readonly headline: readonly Option[]
}

export function labelsOf(sight: Sight): Labels {
  const blocks = labelledBlocks(sight)
  const answers = blocks.filter(each => isQuestionOrAnswer(sight, each))
  const inCapitals = without(blocks, answers).filter(each => isInCapitals(sight, each))
  // “SALLOWAY: Ruiz warned …” once, at the top, is a dateline.
  const capitals = inCapitals.length === 1 && isDateline(sight, inCapitals[0]!.label) ? [] : inCapitals
  const names = without(blocks, capitals).filter(each => isPerson(sight, each))
  const speakers = [...(isDialogue(sight, answers) ? answers : []), ...capitals, ...(names.length >= LEAST_TURNS ? names : [])]
  const heads = without(blocks, speakers).filter(each => (each.role === "title" || each.role === "heading") && canSpeak(sight, each))
  return {
    transcript: [...speakers.map(each => optionOf(sight, "transcript", each)), ...signatures(sight), ...tails(sight)],
    headline: [...heads.map(each => optionOf(sight, "headline", each)), ...capitalized(sight)],
  }
}

function without(blocks: readonly Labelled[], others: readonly Labelled[]): Labelled[] {
  const left = new Set(blocks)
  for (const each of others) left.delete(each)
  return [...left]
}

/** So many turns make an interview. */
const LEAST_TURNS = 2

function labelledBlocks(sight: Sight): Labelled[] {
  const { prose, forms, blockLast } = sight
  const found: Labelled[] = []
  let block = -1
  prose.sentences.forEach((sentence, at) => {
    if (sentence.block === block || isQuiet(prose, sentence.block)) return
    block = sentence.block
    const { first } = sentence
    const last = blockLast[at]!
    const mark = markAfter(forms, first, Math.min(last, first + LONGEST_LABEL + 1))
    if (mark === null || last - mark.last < LEAST_CONTENT) return
    found.push({ role: prose.blocks[block]!.role, label: { first, last: mark.first }, mark, content: { first: mark.last, last } })
  })
  return found
}

/** The colon behind the label; “Q.” and “A.” carry their mark themselves. */
function markAfter(forms: readonly string[], first: number, limit: number): Run | null {
  if (/^[qa]\.$/.test(forms[first]!)) return { first, last: first + 1 }
  for (let token = first + 1; token < limit; token++) if (forms[token] === ":") return { first: token, last: token + 1 }
  return null
}

/** “Q. When did you see it?” “A: In March.” */
function isQuestionOrAnswer({ forms }: Sight, { label, mark }: Labelled): boolean {
  const word = forms[label.first] ?? ""
  return /^[qa]\.?$/.test(word) && mark.first - label.first <= 1
}

/** A question and an answer: “A.” alone begins a list. */
function isDialogue({ forms }: Sight, blocks: readonly Labelled[]): boolean {
  const words = blocks.map(({ label }) => forms[label.first]![0])
  return words.includes("q") && words.includes("a")
}

/** “RUIZ: The bridge is safe.” Not “PHOTOS: The bridge at dusk”, “FILE PHOTO: Ruiz at the bridge”. */
function isInCapitals({ prose, forms, tagged }: Sight, { label, content, role }: Labelled): boolean {
  if (role === "title") return false
  const { start } = prose.tokens[label.first]!
  const words = prose.text.slice(start, prose.tokens[label.last - 1]!.end)
  const behind = prose.text.slice(prose.tokens[content.first]!.start, prose.tokens[content.last - 1]!.end)
  if (!/^\p{Lu}[\p{Lu}\d .,'’()-]+$/u.test(words) || !/\p{Ll}/u.test(behind)) return false
  return !speaksNever(forms, label) && tagged.tags.slice(label.first, label.last).some(tag => tag.startsWith("NN"))
}

/** “Elena Ruiz: We opened the gate.” Up to four proper nouns that are no place, day or month; not “Elena Ruiz said: …”, nor “Oct. 19, 2024: …”. */
function isPerson(sight: Sight, { label }: Labelled): boolean {
  const { tagged, forms } = sight
  if (speaksNever(forms, label) || range(label).some(token => NO_NAME.test(tagged.tags[token]!))) return false
  const own = namesIn(sight, label)
  if (own.some(({ kind }) => kind === "person")) return true
  if (own.some(({ kind }) => kind !== "other") || label.last - label.first > 4) return false
  return range(label).every(token => tagged.tags[token] === "NNP" && !CALENDAR.test(forms[token]!))
}

/** Tags of verbs and numbers. */
const NO_NAME = /^(?:VB|CD)/

/** Names that touch a run, by binary search: names are in text order. */
function namesIn({ prose: { tokens }, tagged: { names } }: Sight, run: Run): Name[] {
  const found: Name[] = []
  for (let at = firstEndingAfter(names, tokens[run.first]!.start); at < names.length && names[at]!.first < run.last; at++)
    found.push(names[at]!)
  return found
}

const CALENDAR = /^(?:\w+day|january|february|march|april|may|june|july|august|september|october|november|december)$/

function range({ first, last }: Run): number[] {
  return Array.from({ length: last - first }, (_, at) => first + at)
}

/** What stands before a colon and does not speak. */
const NO_SPEAKERS = new Set(
  "photo photos picture pictures video videos watch live update updates updated breaking exclusive analysis opinion editorial review correction note related read more listen podcast explainer factbox timeline gallery map chart graphic interview transcript obituary profile quiz warning caution source sources credit via tags topics".split(
    " ",
  ),
)

function speaksNever(forms: readonly string[], { first, last }: Run): boolean {
  return NO_SPEAKERS.has(forms[first]!) || NO_SPEAKERS.has(forms[last - 1]!)
}

/** Nouns that speak in headlines, besides names. */
const SPEAKERS = new Set(
  "mayor minister president governor senator police officials official report study poll survey expert experts scientists doctors researchers spokesman spokeswoman spokesperson union court judge lawyer lawyers prosecutor prosecutors government ministry witness witnesses chief captain coach ceo sheriff bishop pope king queen analyst analysts critics activists un nato fbi cia".split(
    " ",
  ),
)

/** “Mayor: …”, “Kremlin: …”, “Ruiz: …”: a name, or a noun that speaks, and nothing of a verb. */
function canSpeak(sight: Sight, { label }: Labelled): boolean {
  const { forms, tagged } = sight
  const words = forms.slice(label.first, label.last)
  if (speaksNever(forms, label) || tagged.tags.slice(label.first, label.last).some(tag => tag.startsWith("VB"))) return false
  const named = namesIn(sight, label).some(({ first, last, kind }) => kind !== "place" && first >= label.first && last <= label.last)
  return named || SPEAKERS.has(words.at(-1)!)
}

function optionOf(sight: Sight, rule: string, { label, mark, content }: Labelled): Option {
  const source = label.first < label.last ? label : null
  return { rule, cue: mark, cueHead: mark.first, source, sourceHead: source && headIn(sight, source), content: [content] }
}

/** “*Update:* the port has declined to comment”, “*SALLOWAY:* Ruiz warned …”: a heading or a dateline before a colon, and nobody speaks. */
export function isLabel(sight: Sight, { cue, source }: Option): boolean {
  const { prose, forms, tree } = sight
  if (!source || cue.last - cue.first !== 1 || forms[cue.first] !== ":" || source.last !== cue.first) return false
  const sentence = tree.sentenceOf[source.first]!
  const before = prose.sentences[sentence - 1]
  if (prose.sentences[sentence]!.first !== source.first || before?.block === prose.sentences[sentence]!.block) return false
  return isDateline(sight, source) || speaksNever(forms, source)
}

/** A town in capitals at the top of an article. */
function isDateline({ prose, tree }: Sight, { first, last }: Run): boolean {
  const words = prose.text.slice(prose.tokens[first]!.start, prose.tokens[last - 1]!.end)
  return last - first <= 2 && /^[\p{Lu} ]{4,}$/u.test(words) && prose.sentences[tree.sentenceOf[first]!]!.block <= 1
}

const DASH = /^(?:[—–―-]|--)$/
/** How much may stand behind the dash: a name, an office, an age, a town. Tokens. */
const LONGEST_SIGNATURE = 16

/** “‘It was never closed.’ — *Elena Ruiz*, port minister”: a quotation that is a paragraph's all, and who signed it. */
function signatures(sight: Sight): Option[] {
  const { quotes, forms, tree, blockLast, prose, tagged } = sight
  return quotes.flatMap(quote => {
    const dash = quote.last
    if (dash >= forms.length || !DASH.test(forms[dash]!) || !beginsBlock(sight, quote.first)) return []
    const sentence = tree.sentenceOf[dash]!
    const end = blockLast[sentence]!
    if (prose.sentences[sentence]!.block !== quote.block || end - dash > LONGEST_SIGNATURE) return []
    const source = signer(sight, dash + 1, end)
    if (!source || !tagged.tags[source.first]!.startsWith("NNP")) return []
    const cue = { first: dash, last: dash + 1 }
    const content = [{ first: quote.first, last: quote.last }]
    return [{ rule: "signature", cue, cueHead: dash, source, sourceHead: headIn(sight, source), content }]
  })
}

function beginsBlock({ prose, tree }: Sight, token: number): boolean {
  const sentence = tree.sentenceOf[token]!
  return prose.sentences[sentence]!.first === token && prose.sentences[sentence - 1]?.block !== prose.sentences[sentence]!.block
}

/** The name behind the dash, up to the comma before an office or an age. */
function signer({ forms }: Sight, first: number, end: number): Run | null {
  let last = first
  while (last < end && !/^[,;.(–—]$/.test(forms[last]!)) last++
  return last > first ? { first, last } : null
}

/** “Ferry Took On Water for Hours, *Officials Say*”: the end of a headline says whose words it was. */
function tails({ prose, forms, tagged, tree }: Sight): Option[] {
  return prose.sentences.flatMap(({ first, last, block }) => {
    const verb = last - 1
    if (prose.blocks[block]!.role !== "title" || !/^(?:says?|said)$/.test(forms[verb]!)) return []
    const comma = forms.lastIndexOf(",", verb)
    if (comma - first < LEAST_CONTENT || verb - comma > LONGEST_LABEL + 1 || verb - comma < 2) return []
    const source = { first: comma + 1, last: verb }
    if (range(source).some(token => tagged.tags[token]!.startsWith("VB") && tree.sentenceOf[token] === tree.sentenceOf[verb])) return []
    const cue = { first: verb, last }
    return [{ rule: "headline", cue, cueHead: verb, source, sourceHead: verb - 1, content: [{ first, last: comma }] }]
  })
}

/** Verbs of saying as headlines have them, but for those that are nouns as often: “claims”, “reports”. */
const HEADLINE_VERB = /^(?:says|denies|warns|admits|confirms|insists|alleges|acknowledges|argues|declares)$/
/** Whoever is said to say something in a headline is named in so many words at most. */
const LONGEST_SAYER = 6

/** “Harbor Council *Denies* Ruiz and Brask Met”: with a capital on every word the grammar may take the verb for a name. */
function capitalized({ prose, forms, tagged }: Sight): Option[] {
  return prose.sentences.flatMap(({ first, last, block }) => {
    if (prose.blocks[block]!.role !== "title") return []
    const verb = range({ first: first + 1, last }).find(token => HEADLINE_VERB.test(forms[token]!))
    if (verb === undefined || verb - first > LONGEST_SAYER || last - verb <= LEAST_CONTENT) return []
    if (range({ first, last: verb }).some(token => /^(?:VB|MD|[,:.])/.test(tagged.tags[token]!))) return []
    const cue = { first: verb, last: verb + 1 }
    return [
      { rule: "headline", cue, cueHead: verb, source: { first, last: verb }, sourceHead: verb - 1, content: [{ first: verb + 1, last }] },
    ]
  })
}
