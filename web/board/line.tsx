import type { BoardLine, Stance } from "../contract.ts"
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
        {STANCES.filter(stance => line.voices[stance] > 0 || line.who.some(voice => voice.stance === stance)).map(stance => (
          <Row key={stance} stance={stance} line={line} />
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

/** Who takes a stance. The server names some of them and counts all. */
function Row({ stance, line }: { readonly stance: Stance; readonly line: BoardLine }) {
  const shown = line.who.filter(voice => voice.stance === stance).slice(0, MOST_VOICES)
  const rest = line.voices[stance] - shown.length
  return (
    <div class={stance}>
      <dt>
        <StanceWord stance={stance} />
      </dt>
      <dd>
        {shown.map(({ agent, words, turned }, at) => (
          <span key={at}>
            {at > 0 && "; "}
            <Who agent={agent} words={words} role={at === 0} />
            {turned && <em class="turned"> changed</em>}
          </span>
        ))}
        {rest > 0 && (
          <>
            {shown.length > 0 && " and "}
            <a class="rest" href={claimAddress(line.id)} aria-label={`${rest} more, on the page of the claim: ${claimWords(line.text)}`}>
              {shown.length > 0 ? `${rest} more` : counted(rest, "voice")}
            </a>
          </>
        )}
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
