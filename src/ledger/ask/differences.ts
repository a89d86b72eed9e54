import type { Span, Stance } from "../../core/index.ts"
import type { Change, Evidence } from "../data.ts"

/** What became of the statements of one version in the next, those with the most effect first. Marks and spaces make no difference. */
export function changesBetween(before: readonly Evidence[], after: readonly Evidence[]): readonly Change[] {
  const pairs = pairsOf(before, after)
  const paired = new Set([...pairs.keys(), ...pairs.values()])
  const altered = [...pairs].flatMap(([old, now]) => alteredBy(old, now))
  const added = after
    .filter(each => !paired.has(each))
    .map((now): Change => ({ kind: "added", before: null, after: now, ...arrival(now, "added") }))
  const removed = before
    .filter(each => !paired.has(each))
    .map((old): Change => ({ kind: "removed", before: old, after: null, ...arrival(old, "removed") }))
  return [...altered, ...added, ...removed].sort((a, b) => b.effect - a.effect)
}

/** Each statement with what it became: first those that say the same, then those most alike. Each is paired once. */
function pairsOf(before: readonly Evidence[], after: readonly Evidence[]): ReadonlyMap<Evidence, Evidence> {
  const likely = before
    .flatMap(old => after.map(now => ({ old, now, like: likeness(old, now) })))
    .filter(({ like }) => like >= LEAST_LIKENESS)
  const pairs = new Map<Evidence, Evidence>()
  const taken = new Set<Evidence>()
  for (const { old, now } of likely.sort((a, b) => b.like - a.like)) {
    if (pairs.has(old) || taken.has(now)) continue
    pairs.set(old, now)
    taken.add(now)
  }
  return pairs
}

/** A statement that shares less is another one. */
const LEAST_LIKENESS = 0.5

/** From 0 to 1 by the words of the contents; a little more for the same speaker and stance, so that of like contents the right ones meet. */
function likeness(a: Evidence, b: Evidence): number {
  const same = (a.agent?.id === b.agent?.id ? SAME_AGENT : 0) + (a.stance === b.stance ? SAME_STANCE : 0)
  if (a.content.length === 0 && b.content.length === 0) return a.agent?.id === b.agent?.id ? 1 : 0
  const [left, right] = [new Set(wordsOf(a.words)), new Set(wordsOf(b.words))]
  const shared = [...left].filter(word => right.has(word)).length
  const like = shared / Math.max(1, Math.min(left.size, right.size) + LENGTH_COUNTS * Math.abs(left.size - right.size))
  return like === 0 ? 0 : like * (1 - SAME_AGENT - SAME_STANCE) + same
}

const SAME_AGENT = 0.15
const SAME_STANCE = 0.05
/** How much words that one has more count against likeness: a content that grew is still the same. */
const LENGTH_COUNTS = 0.3

/** Words and numbers, lower case: no marks, no spaces. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:['.,]\p{N}+|'\p{L}+)*/gu) ?? []
  )
}

interface Told {
  readonly says: string
  readonly effect: number
}

type Rule = (before: Evidence, after: Evidence) => Told | null

/** What may have changed in a statement, what matters most first; each that has is told. */
const RULES: readonly Rule[] = [
  stance,
  sourceDropped,
  sourceNamed,
  number,
  otherSource,
  figures,
  certainty,
  cue,
  citing,
  relays,
  content,
  form,
]

function alteredBy(before: Evidence, after: Evidence): readonly Change[] {
  const told = RULES.flatMap(rule => rule(before, after) ?? [])
  const [first] = told
  if (!first) return []
  const says = told.map(each => each.says).join("; ")
  return [{ kind: "altered", says, effect: Math.max(...told.map(({ effect }) => effect)), before, after }]
}

/** “Ruiz denied it” where she had declined to comment. */
function stance(before: Evidence, after: Evidence): Told | null {
  return before.stance === after.stance ? null : { says: `${NOUNS[before.stance]} became ${NOUNS[after.stance]}`, effect: 9 }
}

const NOUNS: Readonly<Record<Stance, string>> = {
  asserts: "assertion",
  confirms: "confirmation",
  denies: "denial",
  declines: "refusal to comment",
  unanswered: "no answer",
}

/** “Ruiz said the gate was open” became “The gate was said to be open”. */
function sourceDropped({ agent: before }: Evidence, { agent: after }: Evidence): Told | null {
  if (before && !after) return { says: `source dropped: ${before.name}`, effect: 9 }
  if (before && after && before.kind !== "unnamed" && after.kind === "unnamed")
    return { says: `${before.name} became ${after.name}`, effect: 9 }
  return null
}

/** “an official said” became “Ruiz said”. */
function sourceNamed({ agent: before }: Evidence, { agent: after }: Evidence): Told | null {
  if (!before && after) return { says: `source added: ${after.name}`, effect: 7 }
  if (before && after && before.kind === "unnamed" && after.kind !== "unnamed")
    return { says: `${before.name} became ${after.name}`, effect: 7 }
  return null
}

/** “officials said” became “an official said”. */
function number(before: Evidence, after: Evidence): Told | null {
  if (before.agent?.kind !== "unnamed" || after.agent?.kind !== "unnamed") return null
  const [old, now] = [sourceWords(before), sourceWords(after)]
  return sameWords(old, now) ? null : { says: `${old} became ${now}`, effect: 8 }
}

/** “Ruiz said” became “Brask said”. The same one under a fuller name is no change. */
function otherSource({ agent: before }: Evidence, { agent: after }: Evidence): Told | null {
  if (!before || !after || before.id === after.id || before.kind === "unnamed" || after.kind === "unnamed") return null
  return { says: `${before.name} became ${after.name}`, effect: 8 }
}

/** “four died” became “nine died”. */
function figures(before: Evidence, after: Evidence): Told | null {
  const [old, now] = [numbersIn(before.words), numbersIn(after.words)]
  const [gone, come] = [old.filter(each => !now.includes(each)), now.filter(each => !old.includes(each))]
  return gone.length > 0 && come.length > 0 ? { says: `${gone.join(", ")} became ${come.join(", ")}`, effect: 7 } : null
}

function numbersIn(words: string): readonly string[] {
  return (
    words
      .toLowerCase()
      .match(
        /\b\d+(?:[.,]\d+)*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b/g,
      ) ?? []
  )
}

/** “will” became “may”. */
function certainty(before: Evidence, after: Evidence): Told | null {
  if (before.polarity !== after.polarity) return { says: `${before.polarity} became ${after.polarity}`, effect: 7 }
  return before.certainty === after.certainty ? null : { says: `${before.certainty} became ${after.certainty}`, effect: 5 }
}

/** “said” became “claimed”. */
function cue(before: Evidence, after: Evidence): Told | null {
  const [old, now] = [sliceOf(before, before.cue), sliceOf(after, after.cue)]
  return !old || !now || sameWords(old, now) ? null : { says: `“${old}” became “${now}”`, effect: 6 }
}

/** “citing two officials” is gone. */
function citing({ citing: before }: Evidence, { citing: after }: Evidence): Told | null {
  if (before && !after) return { says: `what it leans on was dropped: ${before.words}`, effect: 6 }
  return !before && after ? { says: `what it leans on was added: ${after.words}`, effect: 4 } : null
}

function relays({ relayedBy: before }: Evidence, { relayedBy: after }: Evidence): Told | null {
  const gone = before.filter(({ id }) => !after.some(each => each.id === id)).map(({ name }) => name)
  const come = after.filter(({ id }) => !before.some(each => each.id === id)).map(({ name }) => name)
  if (gone.length > 0) return { says: `no longer by way of ${gone.join(", ")}`, effect: 5 }
  return come.length > 0 ? { says: `now by way of ${come.join(", ")}`, effect: 5 } : null
}

function content(before: Evidence, after: Evidence): Told | null {
  return sameWords(before.words, after.words) ? null : { says: "its words changed", effect: 4 }
}

/** A quotation that became a paraphrase, or the other way round. */
function form(before: Evidence, after: Evidence): Told | null {
  if (before.form === after.form) return null
  return { says: before.form === "direct" ? "a quotation became a paraphrase" : `${before.form} speech became ${after.form}`, effect: 3 }
}

/** Statements that came or went, by their stance. */
function arrival({ stance, agent }: Evidence, how: "added" | "removed"): Told {
  const whose = agent ? ` of ${agent.name}` : ""
  return { says: `${stance === "asserts" ? "statement" : NOUNS[stance]}${whose} ${how}`, effect: EFFECT[stance] }
}

const EFFECT: Readonly<Record<Stance, number>> = { denies: 10, confirms: 8, declines: 7, unanswered: 6, asserts: 4 }

function sourceWords(each: Evidence): string {
  return sliceOf(each, each.source) || (each.agent?.name ?? "")
}

/** Words of a span that lies in the sentence; empty where it does not. */
function sliceOf({ sentence }: Evidence, span: Span | null): string {
  if (!span || span.start < sentence.start || span.end > sentence.end) return ""
  return sentence.text.slice(span.start - sentence.start, span.end - sentence.start).replace(/\s+/g, " ")
}

function sameWords(a: string, b: string): boolean {
  return wordsOf(a).join(" ") === wordsOf(b).join(" ")
}
