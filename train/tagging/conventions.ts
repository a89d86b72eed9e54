import type { Parsed, Row } from "../conllu.ts"

/**
 * Universal Dependencies 2, as GUM and EWT have it, brought to the conventions of the silver (Penn Treebank words and tags, Universal
 * Dependencies 1 as CoreNLP's basic trees have it), as far as it can be done without judgement:
 * words split at hyphens are joined; every “to” is TO; names and titles lean on their last word; a conjunction leans on the first conjunct;
 * labels are renamed. What is left and differs in substance (what modifies what in dates and money, where punctuation leans) stays.
 */
export function toNewswire(sentence: Parsed): Parsed {
  const steps: readonly ((rows: Row[]) => Row[])[] = [joinHyphens, leanNamesOnTheirLast, leanConjunctionsOnTheFirst, rename]
  return { ...sentence, rows: steps.reduce((rows, step) => step(rows), sentence.rows.map(withOriginalLabel)) }
}

/** The label of the treebank, kept for finding names: `nmod:desc` marks titles. */
function withOriginalLabel(row: Row): Row {
  return { ...row, misc: new Map([...row.misc, ["label", row.label]]) }
}

/** “15-year” “-” split in three: one word again, in the place of the part that the others lean on. */
function joinHyphens(rows: Row[]): Row[] {
  const groupOf = new Int32Array(rows.length)
  let groups = 0
  for (let at = 0; at < rows.length; at++) {
    const joined = at > 0 && !rows[at - 1]!.spaceAfter && (rows[at]!.tag === "HYPH" || rows[at - 1]!.tag === "HYPH")
    groupOf[at] = joined ? groups - 1 : groups++
  }
  if (groups === rows.length) return rows
  const members: number[][] = Array.from({ length: groups }, () => [])
  for (let at = 0; at < rows.length; at++) members[groupOf[at]!]!.push(at)
  return members.map(parts => joinedRow(rows, parts, groupOf))
}

function joinedRow(rows: readonly Row[], parts: readonly number[], groupOf: Int32Array): Row {
  const own = groupOf[parts[0]!]!
  const core = rows[parts.find(at => rows[at]!.head < 0 || groupOf[rows[at]!.head] !== own) ?? parts[0]!]!
  const last = rows[parts.at(-1)!]!
  const head = core.head < 0 ? -1 : groupOf[core.head]!
  if (parts.length === 1) return { ...core, head }
  const text = (field: "form" | "lemma") => parts.map(at => rows[at]![field]).join("")
  const misc = new Map(parts.flatMap(at => [...rows[at]!.misc]))
  const entities = parts.map(at => rows[at]!.misc.get("Entity") ?? "").join("")
  if (entities) misc.set("Entity", entities)
  return {
    form: text("form"),
    lemma: text("lemma"),
    tag: joinedTag(core, last),
    head,
    label: core.label,
    misc,
    spaceAfter: last.spaceAfter,
  }
}

/** “15-year term” is an adjective to Penn Treebank, “vice-president” a noun. */
function joinedTag(core: Row, last: Row): string {
  const modifies = core.label === "amod" || core.label === "compound" || core.label === "nmod"
  return modifies && !/^NNP/.test(last.tag) ? "JJ" : last.tag === "HYPH" ? core.tag : last.tag
}

/** “Jennifer M. Anderson”: all lean on “Anderson”, and what leaned on “Jennifer” does too. */
function leanNamesOnTheirLast(rows: Row[]): Row[] {
  const out = rows.map(row => ({ ...row }))
  rows.forEach((row, first) => {
    const parts = rows.flatMap(({ head, label }, at) => (head === first && label.startsWith("flat") && at > first ? [at] : []))
    if (parts.length === 0) return
    const last = parts.at(-1)!
    out[last] = { ...out[last]!, head: row.head, label: row.label }
    for (const each of out) if (each.head === first) each.head = last
    out[last]!.head = row.head
    out[first] = { ...out[first]!, head: last, label: "compound" }
    for (const at of parts) if (at !== last) out[at]!.label = "compound"
  })
  return out
}

/** “bread and butter”: “and” leans on “bread”. */
function leanConjunctionsOnTheFirst(rows: Row[]): Row[] {
  return rows.map(row => {
    const conjunct = rows[row.head]
    return row.label === "cc" && conjunct?.label === "conj" ? { ...row, head: conjunct.head } : row
  })
}

const LABELS: Readonly<Record<string, string>> = {
  obj: "dobj",
  obl: "nmod",
  "obl:agent": "nmod",
  "nsubj:pass": "nsubjpass",
  "nsubj:outer": "nsubj",
  "csubj:pass": "csubjpass",
  "csubj:outer": "csubj",
  "aux:pass": "auxpass",
  "advcl:relcl": "advcl",
  "nmod:desc": "compound",
  flat: "compound",
  fixed: "mwe",
  vocative: "discourse",
  list: "dep",
  orphan: "dep",
  goeswith: "dep",
  reparandum: "dep",
  dislocated: "dep",
}

const TIMES =
  /^(?:today|tonight|yesterday|tomorrow|day|night|morning|evening|afternoon|week|weekend|month|year|time|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|fall|(?:19|20)\d\d)s?$/i

function rename(rows: Row[]): Row[] {
  return rows.map(row => ({ ...row, tag: tagOf(row), label: labelOf(row) }))
}

function labelOf({ label, form }: Row): string {
  if (label === "advmod" && /^(?:not|n['’]t|never)$/i.test(form)) return "neg"
  if (/^(?:obl|nmod):unmarked$/.test(label)) return TIMES.test(form) ? "nmod:tmod" : "nmod:npmod"
  if (label in LABELS) return LABELS[label]!
  return /^(?:obl|conj|flat):/.test(label) ? labelOf({ label: label.slice(0, label.indexOf(":")), form } as Row) : label
}

const TAGS: Readonly<Record<string, string>> = {
  HYPH: ":",
  NFP: ":",
  AFX: "JJ",
  ADD: "NN",
  GW: "NN",
  XX: "FW",
  "-LSB-": "-LRB-",
  "-RSB-": "-RRB-",
}

function tagOf({ tag, form }: Row): string {
  if (tag === "IN" && /^to$/i.test(form)) return "TO"
  return TAGS[tag] ?? tag
}
