import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { corpus } from "../corpora.ts"
import { polnear } from "../polnear.ts"

/** A predicate with its frame and the invented sentence that taught it. */
export interface Taught {
  readonly lemma: string
  readonly frame: "that" | "to"
  readonly sentence: string
}

/** What the corpora say of one: from 3, it is so, to −3, it is not. */
export interface Evidence {
  readonly affirmed: number
  readonly negated: number | null
  /** Sentences of MegaVeridicality, RP and UW; relations of TimeBank; cues of PolNeAR. */
  readonly counts: readonly [number, number, number, number, number]
}

/** A sentence whose words after a predicate were judged: true from 3 to −3. */
interface Judged {
  readonly words: readonly string[]
  readonly at: number
  readonly label: number
}

/** For each of the taught, in their order. */
export function evidenceOf(taught: readonly Taught[]): Evidence[] {
  const mega = judgedIn("megaveridicality/all.jsonl")
  const rp = [...judgedIn("rp/train.jsonl"), ...judgedIn("rp/dev.jsonl")]
  const uw = [...judgedIn("uw/train.jsonl"), ...judgedIn("uw/dev.jsonl")]
  const relations = relationsIn(join(corpus("timebank"), "data/TempEval3/Training/TBAQ-cleaned"))
  const cues = polnear("train").flatMap(({ text, attributions }) =>
    attributions.map(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)).join(" ")),
  )
  return taught.map(each => {
    const forms = formsOf(each.lemma)
    const [ofMega, ofRp, ofUw] = [mega, rp, uw].map(list => governed(list, forms, each.frame)) as [Governed, Governed, Governed]
    const own = relations.filter(({ predicate }) => forms.has(predicate))
    const inCues = cues.filter(cue =>
      cue
        .toLowerCase()
        .split(/[^\p{L}’']+/u)
        .some(word => forms.has(word)),
    ).length
    const asJudged = {
      affirmed: mean([...ofMega.affirmed, ...ofRp.affirmed, ...ofUw.affirmed]),
      negated: mean([...ofMega.negated, ...ofRp.negated]),
    }
    const affirmed = each.frame === "that" ? asPresented(own, asJudged.affirmed) : (asJudged.affirmed ?? 0)
    const counts = [ofMega, ofRp, ofUw].map(({ affirmed: yes, negated: no }) => yes.length + no.length) as [number, number, number]
    return { affirmed, negated: asJudged.negated, counts: [...counts, own.length, inCues] }
  })
}

interface Line {
  readonly text: string
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[]
}

function judgedIn(file: string): Judged[] {
  const lines = readFileSync(join(corpus("veridicality"), file), "utf8")
    .split("\n")
    .filter(Boolean)
  return lines.flatMap(line => {
    const { text, targets } = JSON.parse(line) as Line
    const words = text.toLowerCase().split(" ")
    return targets.map(({ span1, label }) => ({ words, at: span1[0], label }))
  })
}

interface Governed {
  readonly affirmed: readonly number[]
  readonly negated: readonly number[]
}

/** The judgements of words that stand right behind the predicate: “refused *to adopt*”, “said *that … happened*”. */
function governed(list: readonly Judged[], forms: ReadonlySet<string>, frame: Taught["frame"]): Governed {
  const affirmed: number[] = []
  const negated: number[] = []
  for (const { words, at, label } of list) {
    const verb = frame === "to" ? toBefore(words, at, forms) : thatBefore(words, at, forms)
    if (verb === null) continue
    const isNegated = words.slice(Math.max(0, verb - 3), verb).some(word => /^(not|n't|never)$/.test(word))
    ;(isNegated ? negated : affirmed).push(label)
  }
  return { affirmed, negated }
}

function toBefore(words: readonly string[], at: number, forms: ReadonlySet<string>): number | null {
  return words[at - 1] === "to" && forms.has(words[at - 2] ?? "") ? at - 2 : null
}

/** How far behind “that” the word that was judged may stand. */
const CLAUSE_REACH = 7

function thatBefore(words: readonly string[], at: number, forms: ReadonlySet<string>): number | null {
  for (let that = at; that >= Math.max(1, at - CLAUSE_REACH); that--)
    if (words[that] === "that" && forms.has(words[that - 1]!)) return that - 1
  return null
}

interface Relation {
  readonly predicate: string
  readonly type: string
}

/** The subordinating links of TimeML: the word of the governing event, and how it governs. */
function relationsIn(folder: string): Relation[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".tml"))
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(folder, file), "utf8")
      const words = new Map(
        [...text.matchAll(/<EVENT [^>]*eid="(\w+)"[^>]*>([^<]*)</g)].map(([, id = "", word = ""]) => [id, word.toLowerCase()]),
      )
      const events = new Map(
        [...text.matchAll(/<MAKEINSTANCE ([^>]*)>/g)].map(([, body = ""]) => [attribute(body, "eiid"), attribute(body, "eventID")]),
      )
      return [...text.matchAll(/<SLINK ([^>]*)>/g)].map(([, body = ""]) => ({
        predicate: words.get(events.get(attribute(body, "eventInstanceID")) ?? "") ?? "",
        type: attribute(body, "relType"),
      }))
    })
}

function attribute(body: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(body)?.[1] ?? ""
}

const CERTAIN = 3

/** How firm a source stands behind its clause: evidential and factive links are firm, their negatives firmly against, modal ones as people judge. */
function asPresented(relations: readonly Relation[], judged: number | null): number {
  const values = relations.flatMap(({ type }) => {
    if (type === "EVIDENTIAL" || type === "FACTIVE") return [CERTAIN]
    if (type === "NEG_EVIDENTIAL" || type === "COUNTER_FACTIVE") return [-CERTAIN]
    return type === "MODAL" ? [judged ?? 0] : []
  })
  return mean(values) ?? judged ?? 0
}

function mean(values: readonly number[]): number | null {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}

const IRREGULAR: Readonly<Record<string, string>> = {
  forget: "forgot forgotten",
  think: "thought",
  know: "knew known",
  seek: "sought",
  say: "said",
  tell: "told",
  feel: "felt",
  find: "found",
  begin: "began begun",
  see: "saw seen",
  show: "shown",
  prove: "proven",
  choose: "chose chosen",
  get: "got gotten",
  swear: "swore sworn",
  learn: "learnt",
  understand: "understood",
}

/** The words a verb comes in. */
function formsOf(lemma: string): Set<string> {
  const stem = lemma.replace(/e$/, "")
  const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}` : lemma
  const es = /(s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
  const ed = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  return new Set([lemma, es, ed, `${stem}ing`, `${doubled}ed`, `${doubled}ing`, ...(IRREGULAR[lemma]?.split(" ") ?? [])])
}
