import type { Unnamed } from "../data.ts"
import type { Span } from "../span.ts"
import type { Run } from "../tree.ts"
import { type Scene, sentenceAt, spanOf } from "./scene.ts"

/** What is told of an unnamed source, before it is known whose reporters heard it. */
export type Told = Omit<Unnamed, "told">

/** Reads it from the words that stand for the source, the rest of their sentence, and the sentences right beside it. */
export function unnamedOf(scene: Scene, run: Run): Told {
  const sentence = sentenceAt(scene, run.first)
  const near = { first: run.first, last: Math.max(run.last, Math.min(sentence.last, run.last + ACCESS_REACH)) }
  const terms = termsNear(scene, sentence)
  return {
    count: countOf(scene, run),
    described: spanOf(scene, { first: run.first, last: descriptionEnd(scene, run) }),
    access: accessIn(scene, near),
    terms: terms && spanOf(scene, terms),
    reason: terms && reasonIn(scene, terms),
  }
}

/** What holds of the source from before and what this place adds. */
export function merged(before: Told | undefined, now: Told): Told {
  if (!before) return now
  return {
    count: now.count ?? before.count,
    described: before.described,
    access: now.access ?? before.access,
    terms: now.terms ?? before.terms,
    reason: now.reason ?? before.reason,
  }
}

/** How far behind the source its clause may begin: “an official *briefed on the talks*”. Tokens. */
const ACCESS_REACH = 14

const NUMBERS = new Map(
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map((word, at) => [word, at + 1]),
)
const SINGLE = /^(a|an|one|another)$/i
const UNCOUNTED = /^(several|some|few|multiple|various|dozens?|hundreds?|many|numerous)$/i

/** “*two* officials”, “*a* source”, “*several* aides” */
function countOf(scene: Scene, run: Run): Unnamed["count"] {
  for (let token = run.first; token < Math.min(run.last, run.first + COUNT_REACH); token++) {
    const word = scene.forms[token]!.toLowerCase()
    const dozen = dozenAt(scene, token)
    if (dozen) return { ...spanOf(scene, { first: token, last: dozen.last }), value: dozen.value }
    const value = NUMBERS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : null)
    const span = spanOf(scene, { first: token, last: token + 1 })
    if (value !== null && scene.tagged.tags[token] === "CD") return { ...span, value }
    if (UNCOUNTED.test(word)) return { ...span, value: null }
    // “a number of officials” counts nobody.
    if (SINGLE.test(word) && !/^(number|group|handful|couple|few|dozen|pair)$/i.test(scene.forms[token + 1] ?? ""))
      return { ...span, value: 1 }
    if (ORDINAL.test(word) && scene.tagged.tags[token + 1] === "NN") return { ...span, value: 1 }
    if (scene.tagged.tags[token]!.startsWith("NN")) return null
  }
  return null
}

/** “the *second* official”, “the *other* aide” */
const ORDINAL = /^(first|second|third|fourth|fifth|other)$/

/** “*half a dozen* employees”, “*a dozen* aides” */
function dozenAt({ forms }: Scene, token: number): { readonly last: number; readonly value: number } | null {
  const words = forms
    .slice(token, token + 3)
    .join(" ")
    .toLowerCase()
  if (words === "half a dozen") return { last: token + 3, value: 6 }
  return /^(a|one) dozen\b/.test(words) && !/^of$/i.test(forms[token + 2] ?? "") ? { last: token + 2, value: 12 } : null
}

/** Tokens. */
const COUNT_REACH = 4

/** The description without what they know and why they hide. */
function descriptionEnd({ forms }: Scene, { first, last }: Run): number {
  for (let token = first + 1; token < last; token++) if (/^([,;:(–—]|who|speaking|that|which)$/i.test(forms[token]!)) return token
  return last
}

const ACCESS =
  /\b((directly |intimately |personally )?familiar with|(who (was|were|has been|have been|had been) )?(briefed|informed) (on|about|of)|with (\w+[- ]?){0,3}(knowledge|understanding|awareness|access)\b|(who|that) (has|have|had) (\w+[- ]?){0,3}(knowledge|access|seen|read|reviewed|heard|spoken|worked)|who (saw|read|reviewed|heard|attended|witnessed|took part|participated|(was|were) (present|there|in the room|involved|at))|close to|involved in|privy to|aware of|(who are |who is )?knowledgeable about|present (at|for|during|in))/i
/** Where the claim to know ends. */
const ACCESS_END =
  /[,;.:“”"—–]| (who|said|told|says|tell|tells|speaking|spoke|on condition|on the condition|but|and said|have|has|had|were|was)\b/i

function accessIn(scene: Scene, run: Run): Span | null {
  const { start, end } = spanOf(scene, run)
  const words = scene.prose.text.slice(start, end)
  const found = ACCESS.exec(words)
  if (!found) return null
  const behind = words.slice(found.index + found[0].length)
  const length = found[0].length + (ACCESS_END.exec(behind)?.index ?? behind.length)
  return trimmed(scene, start + found.index, start + found.index + length)
}

const TERMS =
  /\b((speaking |spoke |speak |told \S+ )?(up)?on (the )?condition (of anonymity|that (he|she|they|his|her|their|the) .{0,30}?not be (named|identified|used))|(declined|refused|asked|wished|wanted|preferred|requested)( \w+)? ((not )?to be (named|identified|quoted)|to remain anonymous|(for |that )?anonymity|that .{0,24}?not be (named|identified|used))|(was|were|is|are) granted anonymity|insisted on anonymity|speaking anonymously|who (asked|requested) (for )?anonymity|not (publicly )?authori[sz]ed to (speak|talk|discuss|comment|be quoted))/i

/** “spoke *on condition of anonymity*”: in the sentence, or in the next or the one before of its paragraph. */
function termsNear(scene: Scene, { first }: Run): Run | null {
  const { sentences } = scene.prose
  const at = scene.tree.sentenceOf[first]!
  for (const sentence of [at, at + 1, at - 1]) {
    const each = sentences[sentence]
    if (!each || each.block !== sentences[at]!.block) continue
    const found = TERMS.exec(scene.prose.text.slice(each.start, each.end))
    if (found) return tokensOf(scene, each.first, each.start + found.index, each.start + found.index + found[0].length)
  }
  return null
}

const REASON =
  /^[\s,]*((because|since|as|for fear|fearing|out of|due to|citing|given|so as|in order|while|to (discuss|describe|speak|talk|avoid|protect|share|reveal|disclose|be))\b[^.;”"]*?)(?=[.;”"]|, (said|told|and) |$)/i

/** “… anonymity *because they feared for their jobs*”; “*not authorized to speak* to reporters” says both at once. */
function reasonIn(scene: Scene, terms: Run): Span | null {
  const { end, start } = spanOf(scene, terms)
  const sentence = scene.prose.sentences[scene.tree.sentenceOf[terms.first]!]!
  const found = REASON.exec(scene.prose.text.slice(end, sentence.end))
  if (found) return trimmed(scene, end + found[0].length - found[1]!.length, end + found[0].length)
  return /authori[sz]ed/i.test(scene.prose.text.slice(start, end)) ? { start, end } : null
}

/** The span without white space and marks at its end. */
function trimmed({ prose: { text } }: Scene, start: number, end: number): Span {
  let last = end
  while (last > start && /[\s,;.:]/.test(text[last - 1]!)) last--
  return { start, end: last }
}

function tokensOf({ prose: { tokens } }: Scene, from: number, start: number, end: number): Run {
  let first = from
  while (tokens[first]!.end <= start) first++
  let last = first + 1
  while (last < tokens.length && tokens[last]!.start < end) last++
  return { first, last }
}
