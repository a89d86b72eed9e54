import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { corpus, ROOT } from "../../train/corpora.ts"
import { type AttributionScore, type Folders, line, pooled, score, table } from "../score.ts"
import { SLICES, sliced } from "../slices.ts"

export const about =
  "The whole of PolNeAR train, each article read by a model that has not learnt from it; and the articles of several annotators"

/**
 * `npm run measure -- cross-validation`, after `npm run train -- attribution`, which leaves what its four models find in the articles that they
 * have not seen. Tagging, both chains, both looks are all without the article; only the calibration of confidence has seen it.
 */
export function measure(): void {
  const pred = join(ROOT, ".measure/out-of-fold")
  if (!existsSync(pred)) {
    console.log("There is nothing to score yet: npm run train -- attribution leaves it, in about half an hour")
    return
  }
  const base = join(corpus("polnear"), "train")
  const folders = { text: join(base, "text"), gold: join(base, "ann"), pred }
  console.log("PolNeAR train, four-fold: exact / overlap F1 of the spans, and relations")
  console.log(table(score(folders)))
  for (const slice of SLICES) console.log(line(slice.name, sliced(folders, slice)))
  console.log(annotators(folders))
}

/** Each annotator of the articles that have several, and all of them together. */
function annotators(folders: Folders): string {
  const articles = new Map<string, string[]>()
  for (const file of readdirSync(folders.gold).sort()) {
    const [, name = "", who = ""] = /^(.*)_([0-9a-f]{4})\.ann$/.exec(file) ?? []
    if (name) articles.set(name, [...(articles.get(name) ?? []), who])
  }
  const several = [...articles].filter(([, who]) => who.length > 1)
  const ids = [...new Set(several.flatMap(([, who]) => who))].sort()
  const scores = ids.map(id =>
    scoreAgainst(
      folders,
      id,
      several.filter(([, who]) => who.includes(id)).map(([name]) => name),
    ),
  )
  const of = (kind: "soft" | "strict_trim") => pooled(scores.map(({ relation }) => relation[kind]))
  return [
    `the ${several.length} articles with several annotators, against each of them`,
    line("soft", of("soft")),
    line("strict_trim", of("strict_trim")),
  ].join("\n")
}

function scoreAgainst(folders: Folders, annotator: string, names: readonly string[]): AttributionScore {
  const list = join(mkdtempSync(join(tmpdir(), "hearsay-names-")), "names.txt")
  writeFileSync(list, names.join("\n"))
  return score(folders, ["--annotator", annotator, "--names", list])
}
