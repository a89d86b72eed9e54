import type { Stance } from "../../data.ts"
import { type Board, type Entry, STANCES, type Voice } from "../board.ts"
import { STANCE_WORDS } from "../told.ts"
import { type Markup, markup } from "./markup.ts"

/** Who stands where on each claim; those that nobody contests are folded up. */
export function boardSection({ contested, others }: Board): Markup {
  const heading = contested.length > 0 ? "Contested claims" : "No claim is contested"
  return markup`<section class="board" aria-labelledby="board">
<h2 id="board">${heading}</h2>
${contested.length > 0 ? markup`<ol class="cards" role="list">\n${contested.map(cardOf)}</ol>` : nothingContested()}
${others.length > 0 ? folded(others) : null}
</section>`
}

function nothingContested(): Markup {
  return markup`<p class="quiet">Nobody in this article denies, declines or fails to answer what another asserts.</p>`
}

function folded(others: readonly Entry[]): Markup {
  return markup`<details>
<summary>${others.length === 1 ? "1 claim that nobody contests" : `${others.length} claims that nobody contests`}</summary>
<ol class="cards few" role="list">
${others.map(cardOf)}</ol>
</details>`
}

function cardOf(entry: Entry): Markup {
  const { number, words, voices, origins, allUnnamed } = entry
  return markup`<li class="card" id="c${number}">
<h3><span class="place">${number}</span> <span dir="auto">${words}</span></h3>
<dl>
${STANCES.map(stance => stanceRow(stance, voices))}</dl>
<p class="origins${allUnnamed ? " alarm" : ""}">${origins}${allUnnamed ? ". Nobody at its origin is named" : ""}</p>
</li>
`
}

function stanceRow(stance: Stance, voices: readonly Voice[]): Markup | null {
  const own = voices.filter(voice => voice.stance === stance)
  if (own.length === 0) return null
  return markup`<div class="stance ${stance}"><dt>${STANCE_WORDS[stance]}</dt>${own.map(voice => markup`<dd>${voiceOf(voice)}</dd>`)}</div>
`
}

function voiceOf({ who, statements }: Voice): Markup {
  const role = who.role ? markup`, <bdi class="role">${who.role}</bdi>` : null
  const links = statements.map(
    number => markup`&nbsp;<a class="ref" href="#n${number}" aria-label="${number}: statement of ${who.name}">${number}</a>`,
  )
  return markup`<bdi class="name">${who.name}</bdi>${role}${links}`
}
