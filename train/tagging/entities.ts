import type { NameKind } from "../../src/core/data.ts"
import type { NamedRun } from "../../src/core/tag/index.ts"
import type { Row } from "../conllu.ts"

const SILVER_KINDS: Readonly<Record<string, NameKind>> = {
  PERSON: "person",
  ORGANIZATION: "organization",
  LOCATION: "place",
  MISC: "other",
}

/** Runs of one CoreNLP kind. Dates, numbers and money are no names. Two names of a kind that touch are seen as one, as CoreNLP writes them. */
export function silverNames(rows: readonly Row[]): NamedRun[] {
  const runs: NamedRun[] = []
  for (let first = 0; first < rows.length; ) {
    const mark = rows[first]!.misc.get("NER")
    let last = first + 1
    while (last < rows.length && rows[last]!.misc.get("NER") === mark) last++
    const kind = SILVER_KINDS[mark ?? ""]
    if (kind) runs.push(...withoutPossessive(rows, { first, last, kind }))
    first = last
  }
  return runs
}

/** “MSNBC ’s” is marked whole now and then. */
function withoutPossessive(rows: readonly Row[], { first, last, kind }: NamedRun): NamedRun[] {
  const end = rows[last - 1]!.tag === "POS" ? last - 1 : last
  return end > first ? [{ first, last: end, kind }] : []
}

interface Mention {
  readonly type: string
  readonly first: number
  readonly last: number
}

const GOLD_KINDS: Readonly<Record<string, NameKind>> = { person: "person", organization: "organization", place: "place" }

/**
 * GUM marks every entity; a name is here one whose head is a proper noun: the run of proper nouns around the head, with the small words that
 * tie them (“Bank of England”), without articles and titles (“President”, `nmod:desc`). Times are no names; objects, events and abstracts are
 * `other`. What CoreNLP calls MISC and GUM does not mark (“American”, “Republicans”) is `other` too, so that both teach the same.
 */
export function goldNames(rows: readonly Row[]): NamedRun[] {
  const found = mentions(rows)
  const taken = new Uint8Array(rows.length)
  const runs: NamedRun[] = []
  const outerFirst = [...found].sort((a, b) => a.first - b.first || b.last - a.last)
  for (const mention of outerFirst) {
    const run = nameIn(rows, mention, found)
    if (!run || taken.subarray(run.first, run.last).some(Boolean)) continue
    taken.fill(1, run.first, run.last)
    runs.push(run)
  }
  rows.forEach(({ tag, form }, at) => {
    const demonym = at > 0 && !taken[at] && tag === "JJ" && /^[A-Z][a-z]{3,}(?:an|ish|ese|ch|ic|ist|li|qi)$/.test(form)
    if (demonym) runs.push({ first: at, last: at + 1, kind: "other" })
  })
  return runs.sort((a, b) => a.first - b.first)
}

/** `(1-person-new…` opens, `1)` closes, `(3-place-…)` does both; any number of them stand in one field. */
function mentions(rows: readonly Row[]): Mention[] {
  const open = new Map<string, { type: string; first: number }[]>()
  const found: Mention[] = []
  rows.forEach(({ misc }, at) => {
    for (const [whole, id, type, bare] of (misc.get("Entity") ?? "").matchAll(/\(([^-()]+)-([^-()]+)[^()]*\)?|([^-()]+)\)/g)) {
      if (bare !== undefined) {
        const begun = open.get(bare)?.pop()
        if (begun) found.push({ ...begun, last: at + 1 })
      } else if (whole.endsWith(")")) found.push({ type: type!, first: at, last: at + 1 })
      else open.set(id!, [...(open.get(id!) ?? []), { type: type!, first: at }])
    }
  })
  return found
}

const isProper = (row: Row | undefined) => row?.tag === "NNP" || row?.tag === "NNPS"
const TIES = /^(?:of|the|and|for|&|de|la|del|van|von|der|on|in|['’]s)$/

function nameIn(rows: readonly Row[], mention: Mention, all: readonly Mention[]): NamedRun | null {
  if (mention.type === "time" || mention.type === "quantity") return null
  const head = headOf(rows, mention)
  if (!isProper(rows[head])) return null
  const inner = all.filter(each => each !== mention && mention.first <= each.first && each.last <= mention.last)
  const belongs = (at: number) => isProper(rows[at]) && rows[at]!.misc.get("label") !== "nmod:desc"
  const apart = (at: number) => inner.some(each => each.first <= at && at < each.last && !(each.first <= head && head < each.last))
  let first = head
  while (first > mention.first && belongs(first - 1) && !apart(first - 1)) first--
  let last = head + 1
  while (last < mention.last) {
    let next = last
    while (next < mention.last && TIES.test(rows[next]!.form)) next++
    if (!(next < mention.last && belongs(next)) || (next > last && rows[last]!.form !== "of" && apart(next))) break
    last = next + 1
  }
  return { first, last, kind: kindOf(mention, rows[head]!) }
}

function headOf(rows: readonly Row[], { first, last }: Mention): number {
  for (let at = first; at < last; at++) {
    const { head } = rows[at]!
    if (head < first || head >= last) return at
  }
  return first
}

/** “Republicans” are a person to GUM and MISC to CoreNLP. */
function kindOf({ type }: Mention, head: Row): NameKind {
  return type === "person" && head.tag === "NNPS" ? "other" : (GOLD_KINDS[type] ?? "other")
}
