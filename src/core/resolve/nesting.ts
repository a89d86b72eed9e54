import type { Attribution } from "../data.ts"
import type { Span } from "../span.ts"
import { isCiting } from "./relays.ts"
import { type Scene, tokensIn } from "./scene.ts"

/** “reported, *citing two officials*”: the participle says what a statement leans on and is none itself, unless it says what they said. */
export function withoutCitations(scene: Scene, all: readonly Attribution[]): readonly Attribution[] {
  const says = ({ content }: Attribution) =>
    content.some(piece => {
      const { first, last } = tokensIn(scene.prose, piece)
      return scene.tagged.tags.slice(first, last).some(tag => /^(VB[DZP]|MD)$/.test(tag))
    })
  const cites = (each: Attribution) => each.cueHead !== null && isCiting(scene, each.cueHead)
  const ends = new Set(all.filter(each => !cites(each)).flatMap(({ content }) => content.map(({ end }) => end)))
  // “reported, citing two officials, *that the gate was open*”: another says it already.
  const isSaid = ({ content }: Attribution) => content.some(({ end }) => ends.has(end))
  const kept = all.map(each => !cites(each) || (says(each) && !isSaid(each)))
  const places: number[] = []
  let count = 0
  for (const keep of kept) places.push(keep ? count++ : -1)
  return all.flatMap((each, at) =>
    kept[at] ? [{ ...each, continues: each.continues === null || places[each.continues]! < 0 ? null : places[each.continues]! }] : [],
  )
}

/** From the first to the last word of an attribution. */
export function extentOf({ source, cue, content }: Attribution): Span {
  const spans = [source, cue, ...content].filter(each => each !== null)
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** Nesting deeper than this is a mistake of the tagger, not of the text. */
const DEEPEST = 4

/** “‘…,’ *Ott writes*, *according to the Post*”: of two who say the same, the one farther off tells it of the other. */
function awayFrom({ cue }: Attribution, { start, end }: Span): number {
  return cue === null ? 0 : Math.max(cue.start - end, start - cue.end)
}

/** Indices of the attributions whose content holds each one, the innermost first. One walk in text order with the contents that are still open. */
export function holdersOf(found: readonly Attribution[], order: readonly number[]): number[][] {
  const holders: number[][] = found.map(() => [])
  const pieces = order
    .flatMap(at => found[at]!.content.map(piece => ({ at, piece })))
    .sort(
      (a, b) =>
        a.piece.start - b.piece.start || b.piece.end - a.piece.end || awayFrom(found[b.at]!, b.piece) - awayFrom(found[a.at]!, a.piece),
    )
  const cues = order.flatMap(at => (found[at]!.cue ? [{ at, cue: found[at]!.cue }] : [])).sort((a, b) => a.cue.start - b.cue.start)
  let open: typeof pieces = []
  let next = 0
  for (const { at, cue } of cues) {
    while (next < pieces.length && pieces[next]!.piece.start <= cue.start) open.push(pieces[next++]!)
    open = open.filter(({ piece }) => piece.end > cue.start).slice(-DEEPEST * 2)
    const around = open.filter(each => each.at !== at && each.piece.end >= cue.end)
    holders[at] = [...new Set(around.reverse().map(each => each.at))].slice(0, DEEPEST)
  }
  return holders
}
