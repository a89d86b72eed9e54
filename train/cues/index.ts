import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { judge, type Looked, look, packCueModel, secondLook, type Weighed } from "../../src/core/attribute/index.ts"
import type { Analyse } from "../analyse.ts"
import { ROOT } from "../corpora.ts"
import { polnear } from "../polnear.ts"
import { rightOptions } from "./gold.ts"
import { type Lesson, learn, lesson, quantised } from "./learn.ts"

/** Into how many parts train is cut, so that the second look learns from a first that has not seen the article. */
const FOLDS = 4

interface Learnt {
  readonly looked: Looked
  readonly right: Int32Array
}

/** Learns the cue lexicon from PolNeAR train and writes `model/cues.bin`. */
export function trainCues(analyse: Analyse, say: (line: string) => void): void {
  const articles = polnear("train").map(article => {
    const { prose, tagged } = analyse(article.text)
    const looked = look(prose, tagged)
    return { looked, right: rightOptions(article, prose, looked.cues) }
  })
  say(`  ${articles.length} articles, ${articles.reduce((sum, { looked }) => sum + looked.cues.length, 0)} possible cues`)
  const lessonsOf = ({ looked, right }: Learnt, cues: readonly Weighed[] = looked.cues) => cues.flatMap((cue, at) => (cue.options[0]!.sure ? [] : [lesson(cue, right[at]!)]))
  const second = range(FOLDS).flatMap(fold => {
    const inside = (_: Learnt, at: number) => at % FOLDS === fold
    const weights = quantised(
      learn(
        articles.filter((each, at) => !inside(each, at)).flatMap(each => lessonsOf(each)),
        say,
      ),
    )
    return articles.filter(inside).flatMap(each => {
      const judged = each.looked.cues.map(cue => judge(cue, weights))
      return lessonsOf(each, secondLook(each.looked, judged))
    })
  })
  const all: Lesson[] = articles.flatMap(each => lessonsOf(each))
  const bytes = packCueModel({ first: quantised(learn(all, say)), second: quantised(learn(second, say)) })
  writeFileSync(join(ROOT, "model/cues.bin"), bytes)
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
