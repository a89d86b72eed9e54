import { useState } from "preact/hooks"
import type { ClaimSheet, Evidence, Position } from "../contract.ts"
import { Mark, Sentence, Source, StanceLegend, StanceWord, Who } from "../parts/index.ts"
import { articleAddress, dateInWords, NOBODY, STANCE_WORDS, shortDay } from "../words.ts"
import { columnsOf, type Row } from "./columns.ts"

/** Agents × time: where each voice stands, and every statement that puts it there. Pointing at one shows its sentence; it leads to its words. */
export function Grid({ sheet }: { readonly sheet: ClaimSheet }) {
  const [pointed, point] = useState<Evidence | null>(null)
  const { names, rows } = columnsOf(sheet)
  const year = names[0]?.slice(0, 4)
  return (
    <div class="standing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboards */}
      <section class="scroll" tabIndex={0} aria-label="Who stands where, and when: a table">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">Voice</th>
              <th scope="col">Stands now</th>
              {names.map(name => (
                <th key={name} scope="col" class="day">
                  {shortDay(name)}
                  {name.slice(0, 4) !== year && /^\d/.test(name) && name.length > 4 && <small> {name.slice(0, 4)}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <GridRow key={at} row={row} point={point} />
            ))}
          </tbody>
        </table>
      </section>
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

function GridRow({ row: { position, cells }, point }: { readonly row: Row; readonly point: (evidence: Evidence) => void }) {
  return (
    <tr class={position.stance}>
      <th scope="row">
        <Who agent={position.agent} words={position.words} role />
        <ForWhom position={position} />
      </th>
      <td class="now">
        <StanceWord stance={position.stance} />
        <Before position={position} />
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

/** A spokesman and the one he speaks for are one voice. */
function ForWhom({ position: { agent, voice } }: { readonly position: Position }) {
  if (!voice || !agent || voice.id === agent.id || agent.actsFor?.id === voice.id) return null
  return (
    <span class="role">
      {" "}
      for <Who agent={voice} />
    </span>
  )
}

function Before({ position: { turns } }: { readonly position: Position }) {
  const before = turns.slice(0, -1)
  if (before.length === 0) return null
  return (
    <small class="before">
      {before.map(({ stance, when, statement }) => (
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
      <Sentence evidence={evidence} />
      <p class="facts">
        <Source evidence={evidence} />
      </p>
    </div>
  )
}
