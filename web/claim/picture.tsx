import type { OriginNode } from "../contract.ts"
import { articleAddress, articleName, shortDay } from "../words.ts"
import { BOX_WIDTH, type Box, LINE_HEIGHT, MARGIN, pictureOf, type Tie } from "./layout.ts"

/** The origin tree as a picture. The list in words beside it tells the same, so that it is hidden from screen readers. */
export function OriginPicture({ roots, ties }: { readonly roots: readonly OriginNode[]; readonly ties: readonly Tie[] }) {
  const { width, height, boxes, edges } = pictureOf(roots, smallOf)
  const articles = new Map(boxes.flatMap(box => (box.node.article ? [[box.node.article.id, box] as const] : [])))
  return (
    <svg class="picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {edges.map(([from, to], at) => (
        <path key={at} class="edge" d={edge(from, to)} />
      ))}
      {boxes.map((box, at) => (
        <BoxShape key={at} box={box} />
      ))}
      {ties.map((tie, at) => (
        <TieShape key={tie.number} tie={tie} lane={at} one={articles.get(tie.articles[0])} other={articles.get(tie.articles[1])} />
      ))}
    </svg>
  )
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

/** The small line in a box. */
export function smallOf({ kind, article }: OriginNode): string {
  if (!article) return KINDS[kind]
  const name = articleName(article)
  return `${article.published ? `${shortDay(article.published)} · ` : ""}${name.length > 24 ? `${name.slice(0, 23)}…` : name}`
}

function middle({ y, height }: Box): number {
  return y + height / 2
}

function edge(from: Box, to: Box): string {
  const x = from.x + BOX_WIDTH
  const half = (to.x - x) / 2
  return `M${x} ${middle(from)} C${x + half} ${middle(from)} ${x + half} ${middle(to)} ${to.x} ${middle(to)}`
}

function BoxShape({ box }: { readonly box: Box }) {
  const { x, y, height, lines, small, node } = box
  const shape = (
    <>
      <rect x={x} y={y} width={BOX_WIDTH} height={height} rx="3" />
      <text x={x + 10} y={y + LINE_HEIGHT + 1}>
        {lines.map((line, at) => (
          <tspan key={at} x={x + 10} dy={at === 0 ? 0 : LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
        <tspan class="small" x={x + 10} dy={LINE_HEIGHT}>
          {small}
        </tspan>
      </text>
    </>
  )
  if (!node.article) return <g class={`box ${node.kind}`}>{shape}</g>
  return (
    <a class={`box ${node.kind}`} href={articleAddress(node.article.id, node.statements[0])} tabindex={-1}>
      <title>{articleName(node.article)}</title>
      {shape}
    </a>
  )
}

/** Lanes for ties, beside the articles. */
const LANES = 5

function TieShape({
  tie,
  lane,
  one,
  other,
}: {
  readonly tie: Tie
  readonly lane: number
  readonly one: Box | undefined
  readonly other: Box | undefined
}) {
  if (!one || !other || one === other) return null
  const [upper, lower] = one.y < other.y ? [one, other] : [other, one]
  const x = upper.x + BOX_WIDTH
  const shift = ((lane % LANES) - (LANES - 1) / 2) * 5
  const out = x + 22 + (lane % LANES) * ((MARGIN - 36) / (LANES - 1))
  const [from, to] = [middle(upper) + shift, middle(lower) + shift]
  const at = from + ((to - from) * ((lane % 3) + 1.5)) / 5
  return (
    <g class="tie">
      <path d={`M${x} ${from} H${out - 8} Q${out} ${from} ${out} ${from + 8} V${to - 8} Q${out} ${to} ${out - 8} ${to} H${x}`} />
      <circle cx={out} cy={at} r="9" />
      <text x={out} y={at + 4} text-anchor="middle">
        {tie.number}
      </text>
    </g>
  )
}
