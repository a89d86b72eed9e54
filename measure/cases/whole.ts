import { loadModel } from "../../model/index.ts"
import { attribute } from "../../src/core/attribute/index.ts"
import type { Attribution, Statement } from "../../src/core/data.ts"
import { resolve } from "../../src/core/resolve/index.ts"
import { type Span, slice } from "../../src/core/span.ts"
import { tag } from "../../src/core/tag/index.ts"
import { common, likeness, words } from "../words.ts"
import { cut } from "./cut.ts"
import type { Case, Drawn } from "./drawn.ts"
import { articleOf, type Resolving } from "./resolving.ts"

const MODEL = loadModel()

/** A case read from its text alone. `statements` has the one found for each that is drawn: null where there is none. */
export interface Whole extends Omit<Resolving, "statements"> {
  readonly found: readonly Attribution[]
  readonly statements: readonly (Statement | null)[]
}

export function whole({ text, groups, says }: Case): Whole {
  const prose = cut(text)
  const tagged = tag(prose, MODEL.tagging)
  const article = articleOf(prose, says)
  const found = attribute(prose, tagged, MODEL.attribution)
  const resolved = resolve(article, prose, tagged, found)
  return { article, found, resolved, statements: groups.map(group => likest(text, resolved.statements, group)) }
}

/** Half the content's words shared, and one of the cue's; a silence about nothing is found by its cue alone. */
function likest(text: string, statements: readonly Statement[], { cue = [], content = [] }: Drawn): Statement | null {
  const said = (spans: readonly Span[]) => words(spans.map(span => slice(text, span)).join(" "))
  const fits = statements.flatMap(each => {
    const cues = common(said(cue), said(each.cue ? [each.cue] : []))
    const like = content.length > 0 ? likeness(said(content), said(each.content)) : 0.5
    return like >= 0.5 && (cues > 0 || cue.length === 0 || !each.cue) ? [{ each, worth: like + (cues > 0 ? 0.2 : 0) }] : []
  })
  return fits.sort((a, b) => b.worth - a.worth)[0]?.each ?? null
}
