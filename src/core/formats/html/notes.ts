import type { Doubt } from "../../data.ts"
import type { Board } from "../board.ts"
import { STANCE_WORDS, type Told } from "../told.ts"
import { type Markup, markup } from "./markup.ts"
import type { Note } from "./rows.ts"

/** A statement or a doubt, as the margin tells it. */
export function noteOf(note: Note, board: Board): Markup {
  return "told" in note ? statementNote(note.told, note.words, board) : doubtNote(note.doubt, note.words)
}

function statementNote(told: Told, words: string | null, board: Board): Markup {
  const { number, who, statement } = told
  const role = who.role ? markup`<span class="role">, <bdi>${who.role}</bdi></span>` : null
  return markup`<li class="note s${number} ${statement.stance}" id="n${number}">
<p class="who">${numberOf(number, words)} <bdi class="name">${who.name}</bdi>${role}</p>
<p class="says"><span class="stance">${STANCE_WORDS[statement.stance]}</span>${claimOf(told, board)}${contentOf(told)}</p>
${factsOf(told)}</li>
`
}

function numberOf(number: number, words: string | null): Markup {
  if (!words) return markup`<span class="number">${number}</span>`
  return markup`<a class="number" href="#${words}" aria-label="${number}: to its words in the article">${number}</a>`
}

/** Only where there is something to compare: what nobody contests needs no way to the board. */
function claimOf({ statement }: Told, { contested, entryOf }: Board): Markup | null {
  const entry = entryOf.get(statement.id)
  return entry && contested.includes(entry) ? markup` <a class="claim" href="#c${entry.number}">claim ${entry.number}</a>` : null
}

function contentOf({ words }: Told): Markup | null {
  return words ? markup` <span class="what" dir="auto">${words}</span>` : null
}

function factsOf({ facts }: Told): Markup | null {
  if (facts.length === 0) return null
  return markup`<p class="facts">${facts.map(({ label, words }, at) => markup`${at > 0 ? " · " : null}${label} <bdi>${words}</bdi>`)}</p>
`
}

function doubtNote({ says, candidates }: Doubt, words: string | null): Markup {
  const mark = words
    ? markup`<a class="number" href="#${words}" aria-label="?: to the words in doubt">?</a>`
    : markup`<span class="number">?</span>`
  const meant = candidates.length > 0 ? markup` Could be: ${candidates.join("; ")}.` : null
  return markup`<li class="note doubt">
<p class="who">${mark} <span class="name">Not resolved</span></p>
<p class="facts">${says}.${meant}</p>
</li>
`
}
