import { subtree } from "../tree.ts"
import { contentOf, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Verbs that take up a new stance wherever they stand. */
const TURNS = set("deny dismiss reject dispute decline refuse acknowledge admit concede confirm insist urge call accuse condemn criticize")

/** An attribution, and behind “and” a second of the same speaker that had been read into the content of the first. */
export interface Parted {
  readonly kept: Option
  readonly added: readonly Option[]
}

/** “The weavers said the oath was forced *and denied any involvement*”: two verbs of one speaker. The parser hangs the second from the nearer verb. */
export function partedOf(sight: Sight, option: Option): Parted {
  const whole = { kept: option, added: [] }
  const { tagged, forms, quoteOf } = sight
  const clause = option.content.find(({ first }) => first >= option.cue.last)
  if (!clause || !option.source || !/^VB[DZP]$/.test(tagged.tags[option.cueHead]!)) return whole
  for (let and = clause.first + LEAST_CLAUSE; and < clause.last - 2; and++) {
    if (!/^(and|but)$/.test(forms[and]!) || quoteOf[and]! >= 0) continue
    const verb = tagged.tags[and + 1] === "RB" ? and + 2 : and + 1
    if (!TURNS.has(tagged.lemmas[verb]!) || !isAlike(sight, option.cueHead, verb)) continue
    const cue = { first: and + 1, last: verb + 1 }
    const content = contentOf(sight, [{ first: verb + 1, last: clause.last }], cue, verb, option.source)
    const before = contentOf(
      sight,
      option.content.map(run => ({ ...run, last: Math.min(run.last, and) })).filter(({ first, last }) => first < last),
      option.cue,
      option.cueHead,
      option.source,
    )
    if (!content || !before || subtree(sight.tree, verb).last < verb + 1) return whole
    return { kept: { ...option, content: before }, added: [{ ...option, rule: "conjoined", cue, cueHead: verb, content }] }
  }
  return whole
}

/** A clause is longer than this before another can follow. Tokens. */
const LEAST_CLAUSE = 2

/** “*said* … and *denied*”: of one tense; the parser may take a past for a participle. */
function isAlike({ tagged, forms }: Sight, first: number, second: number): boolean {
  const tag = tagged.tags[second]!
  if (tagged.tags[first] === "VBD") return (tag === "VBD" || tag === "VBN") && !/^(be|been|being)$/.test(forms[second - 1]!)
  return tag === tagged.tags[first]
}
