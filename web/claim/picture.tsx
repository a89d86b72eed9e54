import type { RefObject } from "preact"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import type { OriginNode } from "../contract.ts"
import { articleAddress, articleName, shortDay } from "../words.ts"
import type { Tie } from "./knots.ts"
import { type Box, LINE_HEIGHT, type Measure, pictureOf } from "./layout.ts"
import { clipped } from "./wrapped.ts"

/** The origin tree as a picture, as wide as its place. The list in words beside it tells the same, so that it is hidden from screen readers. */
export function OriginPicture({ roots, ties }: { readonly roots: readonly OriginNode[]; readonly ties: readonly Tie[] }) {
  const frame = useRef<HTMLElement>(null)
  const room = useRoom(frame)
  const { width, height, boxes, edges, measure } = pictureOf(roots, room)
  return (
    <>
      {width > room && <p class="facts">The picture goes on at the right.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboards */}
      <section ref={frame} class="scroll" tabIndex={0} aria-label="The origins as a picture">
        <svg class="picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {boxes.map((box, at) => (
            <g key={at} class="knot">
              {edges
                .filter(([from]) => from === box)
                .map(([from, to], place) => (
                  <path key={place} class="edge" d={edge(from, to, measure)} />
                ))}
              <BoxShape box={box} measure={measure} ties={ties.filter(({ under }) => under.includes(box.knot.node))} />
            </g>
          ))}
        </svg>
      </section>
    </>
  )
}

/** What the page's own margins take of a screen: until the frame is there, this is the best that is known. */
const MARGINS = 64
const WIDEST = 1248

/** How wide the frame is, in pixels. */
function useRoom(frame: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(() => Math.min(WIDEST, document.documentElement.clientWidth - MARGINS))
  useLayoutEffect(() => {
    const measure = () => setRoom(frame.current!.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [])
  return room
}

const KINDS: Readonly<Record<OriginNode["kind"], string>> = {
  named: "first hand, named",
  document: "a document",
  unnamed: "first hand, not named",
  own: "seen by the outlet itself",
  nobody: "on nobody's word",
  relay: "carries it on",
  article: "",
}

/** In a narrow box. */
const SHORT: Readonly<Record<OriginNode["kind"], string>> = {
  named: "first hand",
  document: "document",
  unnamed: "not named",
  own: "own eyes",
  nobody: "nobody",
  relay: "relay",
  article: "",
}
const NARROW_CHARACTERS = 16

/** The small line in a box. */
export function smallOf({ kind, article }: OriginNode): string {
  if (!article) return KINDS[kind]
  return `${article.published ? `${shortDay(article.published)} · ` : ""}${articleName(article)}`
}

function middle({ y, height }: Box): number {
  return y + height / 2
}

function edge(from: Box, to: Box, { box }: Measure): string {
  const x = from.x + box
  const half = (to.x - x) / 2
  return `M${x} ${middle(from)} C${x + half} ${middle(from)} ${x + half} ${middle(to)} ${to.x} ${middle(to)}`
}

interface Shape {
  readonly box: Box
  readonly measure: Measure
  /** What comes together here. */
  readonly ties: readonly Tie[]
}

function BoxShape({ box, measure, ties }: Shape) {
  const { x, y, height, lines, knot } = box
  const { node } = knot
  const shape = (
    <>
      <title>{node.article ? articleName(node.article) : `${knot.words}: ${KINDS[node.kind]}`}</title>
      <rect x={x} y={y} width={measure.box} height={height} rx="3" />
      <text x={x + 10} y={y + LINE_HEIGHT + 1}>
        {lines.map((line, at) => (
          <tspan key={at} x={x + 10} dy={at === 0 ? 0 : LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
        <tspan class="small" x={x + 10} dy={LINE_HEIGHT}>
          {measure.characters < NARROW_CHARACTERS && !node.article
            ? SHORT[node.kind]
            : clipped(smallOf(node), Math.floor(measure.characters * 1.2))}
        </tspan>
      </text>
    </>
  )
  if (!node.article)
    return (
      <g class={`box ${node.kind}`}>
        {shape}
        <Numbers ties={ties} right={x + measure.box - 12} y={y + height + 4} most={Math.floor(measure.box / 26)} />
      </g>
    )
  return (
    <a class={`box ${node.kind}`} href={articleAddress(node.article.id, node.statements[0])} tabindex={-1}>
      {shape}
    </a>
  )
}

/** The numbers of the reasons for which articles come together in a box, at its lower edge. They lead to the list. */
function Numbers({
  ties,
  right,
  y,
  most,
}: {
  readonly ties: readonly Tie[]
  readonly right: number
  readonly y: number
  readonly most: number
}) {
  const shown = ties.length > most ? ties.slice(0, most - 1) : ties
  const marks = shown.map(({ number }) => ({ words: `${number}`, href: `#tie-${number}` }))
  if (ties.length > shown.length) marks.push({ words: `+${ties.length - shown.length}`, href: `#tie-${ties[shown.length]!.number}` })
  return (
    <>
      {marks.toReversed().map(({ words, href }, at) => (
        <a key={href} class="tie" href={href} tabindex={-1}>
          <circle cx={right - at * 22} cy={y} r="9" />
          <text x={right - at * 22} y={y + 4} text-anchor="middle">
            {words}
          </text>
        </a>
      ))}
    </>
  )
}
