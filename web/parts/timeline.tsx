import type { Day, Stance } from "../contract.ts"
import { counted, dateInWords, shortDay } from "../words.ts"

const WIDTH = 200
const HEIGHT = 46
const MIDDLE = 24
const EDGE = 8
/** Of one statement, where there is room for as many as the fullest day has. */
const HIGHEST = 7
/** What is less could not be seen. */
const LOWEST = 2.5
const DAY_MS = 86_400_000

/** When a claim was told and by whom contradicted: each day a bar, what asserts above the line, what denies or is silent below it. */
export function Timeline({ days }: { readonly days: readonly Day[] }) {
  const dated = days.flatMap(day => placed(day))
  const first = dated[0]
  const last = dated.at(-1)
  if (!first || !last) return null
  const reach = Math.max(last.at - first.at, 1)
  const x = (at: number) => (first.at === last.at ? WIDTH / 2 : EDGE + ((at - first.at) / reach) * (WIDTH - 2 * EDGE))
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told(days)}>
        <line x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} class="axis" />
        {bars(dated).map(({ stance, at, from, to }) => (
          <rect
            key={`${at}${stance}`}
            class={`bar ${stance}`}
            x={x(at) - 3}
            width="6"
            y={MIDDLE - Math.max(from, to)}
            height={Math.abs(to - from)}
          />
        ))}
      </svg>
      <p aria-hidden="true">
        <span>{shortDay(first.day)}</span>
        {last.day !== first.day && <span>{shortDay(last.day)}</span>}
      </p>
    </div>
  )
}

interface Dated extends Day {
  /** Days since 1970. */
  readonly at: number
}

/** A month or a year stands at its first day; what has no year stands nowhere. */
function placed(day: Day): readonly Dated[] {
  const [from = ""] = day.day.split("/")
  const at = Date.parse(from.slice(0, 10)) / DAY_MS
  return Number.isNaN(at) ? [] : [{ ...day, at }]
}

interface Bar {
  readonly stance: Stance
  readonly at: number
  /** Heights above the line; below it they are negative. */
  readonly from: number
  readonly to: number
}

const ABOVE: ReadonlySet<Stance> = new Set(["asserts", "confirms"])

function bars(days: readonly Dated[]): readonly Bar[] {
  const side = ({ stance, at }: Dated) => `${at}${ABOVE.has(stance)}`
  const totals = new Map<string, number>()
  for (const day of days) totals.set(side(day), (totals.get(side(day)) ?? 0) + day.statements)
  const unit = Math.min(HIGHEST, (MIDDLE - 2) / Math.max(...totals.values()))
  const reached = new Map<string, number>()
  return days.map(day => {
    const from = reached.get(side(day)) ?? 0
    const to = from + (ABOVE.has(day.stance) ? 1 : -1) * Math.max(day.statements * unit, LOWEST)
    reached.set(side(day), to)
    return { stance: day.stance, at: day.at, from, to }
  })
}

/** The picture in words. */
function told(days: readonly Day[]): string {
  const total = days.reduce((sum, { statements }) => sum + statements, 0)
  const denied = days.find(({ stance }) => stance === "denies")
  const [first, last] = [days[0]!.day, days.at(-1)!.day]
  const span = first === last ? `on ${dateInWords(first)}` : `from ${dateInWords(first)} to ${dateInWords(last)}`
  return `${counted(total, "statement")} ${span}${denied ? `, denied first on ${dateInWords(denied.day)}` : ""}`
}
