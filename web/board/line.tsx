import type { BoardLine, Stance, Voice } from "../contract.ts"
import { StanceWord, Timeline, Who } from "../parts/index.ts"
import { claimAddress, claimWords, counted, STANCES } from "../words.ts"

/** A claim on the board: its words, who stands where, and how many hands it comes from. */
export function Line({ line, isFirst }: { readonly line: BoardLine; readonly isFirst: boolean }) {
  return (
    <li class={`line${isFirst ? " lead" : ""}${line.contested ? " contested" : ""}`}>
      <div class="what">
        <h2 dir="auto">
          <a href={claimAddress(line.id)}>{claimWords(line.text)}</a>
        </h2>
        <p class="outlets">{told(line.outlets)}</p>
        {line.alarms.map(({ rule, says }) => (
          <p key={rule + says} class="alarm">
            {says}
          </p>
        ))}
      </div>
      <dl class="stands">
        {STANCES.filter(stance => line.voices[stance] > 0).map(stance => (
          <Row key={stance} stance={stance} voices={line.who.filter(voice => voice.stance === stance)} count={line.voices[stance]} />
        ))}
      </dl>
      <div class="reach">
        <Reach line={line} />
        <Timeline days={line.timeline} />
      </div>
    </li>
  )
}

/** Outlets beyond so many are counted. */
const MOST_OUTLETS = 4

function told(outlets: readonly string[]): string {
  const rest = outlets.length - MOST_OUTLETS
  return outlets.slice(0, MOST_OUTLETS).join(" · ") + (rest > 0 ? ` and ${counted(rest, "outlet")} more` : "")
}

/** Voices beyond so many are counted. */
const MOST_VOICES = 4

function Row({ stance, voices, count }: { readonly stance: Stance; readonly voices: readonly Voice[]; readonly count: number }) {
  const shown = voices.slice(0, MOST_VOICES)
  const rest = count - shown.length
  return (
    <div class={stance}>
      <dt>
        <StanceWord stance={stance} />
      </dt>
      <dd>
        {shown.map(({ agent, words, turned }, at) => (
          <span key={agent?.id ?? words ?? at}>
            {at > 0 && "; "}
            <Who agent={agent} words={words} role={at === 0} />
            {turned && <em class="turned"> turned</em>}
          </span>
        ))}
        {rest > 0 && <span class="rest">{shown.length > 0 ? ` and ${rest} more` : counted(rest, "voice")}</span>}
      </dd>
    </div>
  )
}

/** How many articles go back to how many first hands. */
function Reach({ line: { articles, independent } }: { readonly line: Pick<BoardLine, "articles" | "independent"> }) {
  const { least, most } = independent
  return (
    <p class="figures">
      <span>
        <b>{articles}</b> {articles === 1 ? "article" : "articles"}
      </span>
      <span class="arrow" aria-hidden="true">
        ←
      </span>
      <span class="visually-hidden"> from </span>
      <span>
        <b>{least === most ? most : `${least}–${most}`}</b> {most === 1 ? "origin" : "origins"}
      </span>
    </p>
  )
}
