import { inked, type Look } from "../../core/index.ts"
import type { ArticleLine, Change, History } from "../../ledger/index.ts"
import { articleName, block, dayOf, INDENT, joined, type Lines, section } from "./lines.ts"

/** A page through its versions, for a terminal. */
export function drawHistory({ versions, steps }: History, look: Look): string {
  const byId = new Map(versions.map(version => [version.id, version]))
  const [first] = versions
  return joined([
    [
      ...block(first!.title ?? first!.url ?? first!.id, { look, inks: ["bold"] }),
      ...versions.flatMap(each => block(versionOf(each), { look, inks: ["dim"] })),
    ],
    ...(steps.length === 0 ? [["Only one version was recorded"]] : []),
    ...steps.map(({ from, to, changes }) => stepOf(byId.get(from)!, byId.get(to)!, changes, look)),
  ])
}

function versionOf(line: ArticleLine): string {
  return `${articleName(line)}, read ${dayOf(line.read)}: “${line.title ?? "no title"}” · ${line.id}`
}

function stepOf(from: ArticleLine, to: ArticleLine, changes: readonly Change[], look: Look): Lines {
  const head = section(`From version ${from.version} to ${to.version}`, look)
  const title = from.title !== to.title ? block(`The headline was “${from.title ?? ""}” and is “${to.title ?? ""}”`, { look }) : []
  if (changes.length === 0) return [head, ...title, "No statement changed"]
  return [head, ...title, ...changes.flatMap(change => ["", ...changeOf(change, look)])]
}

function changeOf({ kind, says, before, after }: Change, look: Look): Lines {
  const ink = kind === "added" ? "green" : kind === "removed" ? "red" : "yellow"
  const old = before ? block(before.sentence.text, { look, indent: INDENT, inks: after ? ["dim"] : [] }) : []
  const now = after ? block(after.sentence.text, { look, indent: INDENT }) : []
  const mark = (lines: Lines, sign: string) =>
    lines.map((line, at) => (at === 0 ? inked(`  ${sign} `, look, "bold") + line.slice(INDENT) : line))
  return [...block(says, { look, inks: [ink, "bold"] }), ...mark(old, "−"), ...mark(now, "+")]
}
