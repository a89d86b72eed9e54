import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { CLUE_NAMES } from "../../src/core/claim/index.ts"
import { ROOT } from "../corpora.ts"
import { type Agreement, agreementOf, summed } from "./agreement.ts"
import { annotated } from "./annotated.ts"
import { lessonsOf, type Story, storyOf } from "./lessons.ts"
import { learn } from "./weights.ts"

export type { Agreement } from "./agreement.ts"

/** All annotated articles, read. */
export function stories(): Story[] {
  const model = loadModel()
  return annotated().map(each => storyOf(each, model))
}

/** How many parts the events are dealt into. */
const FOLDS = 10

/** Grouping by weights that were learnt from the other events, article by article. */
export function crossValidated(all: readonly Story[]): { readonly story: Story; readonly agreement: Agreement }[] {
  const events = [...new Set(all.map(({ fold }) => fold))].sort()
  const part = new Map(events.map((event, at) => [event, at % FOLDS]))
  const lessons = new Map(all.map(story => [story, lessonsOf(story)]))
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap(fold => {
    const weights = learn(all.filter(story => part.get(story.fold) !== fold).flatMap(story => lessons.get(story)!))
    return all.filter(story => part.get(story.fold) === fold).map(story => ({ story, agreement: agreementOf(story, weights) }))
  })
}

/** Learns from all annotated articles and writes `src/core/claim/weights.ts`. */
export function trainSameness(say: (line: string) => void): void {
  const all = stories()
  const weights = learn(all.flatMap(lessonsOf))
  const lines = CLUE_NAMES.map(
    (name, at) => `  ${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}: ${Math.round(weights[at]! * 100) / 100 + 0},`,
  )
  writeFileSync(join(ROOT, "src/core/claim/weights.ts"), HEAD + lines.join("\n") + TAIL)
  say(`${all.length} articles; own score ${told(summed(all.map(story => agreementOf(story, weights))))}`)
}

const HEAD = `/** What each clue weighs, in natural log-odds against a claim of its own. Written by \`npm run train -- sameness\`; not by hand. */
export const WEIGHTS: Readonly<Record<string, number>> = {
`
const TAIL = "\n}\n"

/** “pairs P 80.0 R 70.0 F1 74.7; B³ …” */
export function told({ pairs: { both, found, marked }, b3 }: Agreement): string {
  const figures = (p: number, r: number) => `P ${percent(p)} R ${percent(r)} F1 ${percent((2 * p * r) / (p + r))}`
  return `pairs ${figures(both / found, both / marked)} (${both} of ${found} found, ${marked} marked); B³ ${figures(b3.precision / b3.of, b3.recall / b3.of)}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
