import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { Evidence, Stance } from "../contract.ts"
import { Mark, Sentence, Source, StanceLegend, StanceWord, Who } from "../parts/index.ts"
import { articleAddress, counted, dateInWords, NOBODY, STANCE_WORDS, shortDay } from "../words.ts"
import type { Columns, Row } from "./columns.ts"

export { columnsOf, firstOf } from "./columns.ts"

interface Given<T> {
  /** What the table shows: “Who stands where, and when”. */
  readonly name: string
  /** What its rows are: “Voice”. */
  readonly rowsAre: string
  /** Further rows are shown when they are asked for; defaults to 40. */
  readonly mostRows?: number
  readonly columns: Columns<T>
  readonly headOf: (of: T) => ComponentChildren
  readonly standOf: (of: T) => Stand
}

/** Where a row stands now, and what it stood for before. */
export interface Stand {
  readonly stance: Stance
  readonly turns: readonly { readonly stance: Stance; readonly when: string | null; readonly statement: string }[]
}

/** Rows × time: every statement a mark. Pointing at one shows its sentence; it leads to its words. */
export function Grid<T>({ name, rowsAre, mostRows = 40, columns: { names, rows }, headOf, standOf }: Given<T>) {
  const [pointed, point] = useState<Evidence | null>(null)
  const [most, setMost] = useState(mostRows)
  const year = names[0]?.slice(0, 4)
  return (
    <div class="standing">
      <div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboards */}
        <section class="scroll" tabIndex={0} aria-label={`${name}: a table`}>
          <table class="grid">
            <caption class="visually-hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col">{rowsAre}</th>
                <th scope="col" class="now">
                  Stands now
                </th>
                {names.map(day => (
                  <th key={day} scope="col" class="day">
                    {shortDay(day)}
                    {day.slice(0, 4) !== year && /^\d/.test(day) && day.length > 4 && <small> {day.slice(0, 4)}</small>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row, at) => (
                <GridRow key={at} row={row} head={headOf(row.of)} stand={standOf(row.of)} point={point} />
              ))}
            </tbody>
          </table>
        </section>
        {rows.length > most && (
          <button type="button" class="all" onClick={() => setMost(rows.length)}>
            All {counted(rows.length, rowsAre.toLowerCase())}
          </button>
        )}
      </div>
      <div class="peek">
        {pointed ? (
          <Peek evidence={pointed} />
        ) : (
          <>
            <p class="quiet">Each mark is a sentence: point at it to read it, follow it to its article.</p>
            <StanceLegend />
          </>
        )}
      </div>
    </div>
  )
}

interface RowGiven {
  readonly row: Row<unknown>
  readonly head: ComponentChildren
  readonly stand: Stand
  readonly point: (evidence: Evidence) => void
}

/** On a narrow screen the stance stands beneath the name, so that there is room for the days. */
function GridRow({ row: { cells }, head, stand, point }: RowGiven) {
  return (
    <tr class={stand.stance}>
      <th scope="row">
        {head}
        <span class="narrow">
          <StanceWord stance={stand.stance} />
        </span>
      </th>
      <td class="now">
        <StanceWord stance={stand.stance} />
        <Before turns={stand.turns.slice(0, -1)} />
      </td>
      {cells.map((cell, at) => (
        <td key={at} class="day">
          {cell.map(each => (
            <CellLink key={each.id} evidence={each} point={point} />
          ))}
        </td>
      ))}
    </tr>
  )
}

function Before({ turns }: Pick<Stand, "turns">) {
  if (turns.length === 0) return null
  return (
    <small class="before">
      {turns.map(({ stance, when, statement }) => (
        <span key={statement}>
          before: {STANCE_WORDS[stance]}
          {when && `, ${shortDay(when)}`}{" "}
        </span>
      ))}
    </small>
  )
}

function CellLink({ evidence, point }: { readonly evidence: Evidence; readonly point: (evidence: Evidence) => void }) {
  const { stance, article, id, sentence, when, past, agent } = evidence
  const label = `${agent?.name ?? NOBODY}, ${STANCE_WORDS[stance]}, ${dateInWords(when)}, ${article.outlet ?? "no outlet named"}: ${sentence.text}`
  return (
    <a
      class="cell"
      href={articleAddress(article.id, id)}
      aria-label={label}
      onMouseEnter={() => point(evidence)}
      onFocus={() => point(evidence)}
    >
      <Mark stance={stance} faint={past} />
    </a>
  )
}

function Peek({ evidence }: { readonly evidence: Evidence }) {
  return (
    <div class={`statement ${evidence.stance}`}>
      <p class="says">
        <Who agent={evidence.agent} /> <StanceWord stance={evidence.stance} />
      </p>
      <Sentence evidence={evidence} />
      <p class="facts">
        <Source evidence={evidence} />
      </p>
    </div>
  )
}
