import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { type Page, read } from "../../src/core/index.ts"
import { SHARED } from "../../train/corpora.ts"

export const about = "Fields of the seed article that are read as a careful reader reads them, from its text and from its page"

/** The page gives its date itself; the bare text does not. */
const PAGES: readonly { readonly file: string; readonly kind: Page["kind"] & ("text" | "html"); readonly given: object }[] = [
  { file: "article.txt", kind: "text", given: { published: "2024-11-11", publisher: "The Epoch Times" } },
  { file: "article.html", kind: "html", given: {} },
]

export interface SeedScore {
  readonly file: string
  readonly share: number
  readonly extra: number
}

/** Prints what is amiss and the share of fields that are right, for both captures. */
export function measure(args: readonly string[]): void {
  for (const page of PAGES) {
    console.log(`\n${page.file}`)
    console.log(scorer(page, args.includes("--json") ? ["--json"] : []))
  }
}

/** The share of fields right and the statements beyond the gold, for both captures. */
export function seedScores(): SeedScore[] {
  return PAGES.map(page => {
    const { share, extra } = JSON.parse(scorer(page, ["--json"])) as { share: number; extra: number }
    return { file: page.file, share, extra }
  })
}

function scorer({ file, kind, given }: (typeof PAGES)[number], options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-seed-"))
  const reading = read({ kind, content: readFileSync(join(SHARED, "seed", file)), ...given }, loadModel())
  const output = join(folder, "reading.json")
  writeFileSync(output, JSON.stringify(reading))
  return execFileSync(process.execPath, [join(SHARED, "seed/score.mjs"), output, ...options], { encoding: "utf8" })
}
