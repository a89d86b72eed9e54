import type { ComponentChildren } from "preact"
import type { ArticleSheet, Block } from "../contract.ts"
import { Marked, type Span, type TextMark } from "../parts/index.ts"
import { STANCE_WORDS } from "../words.ts"
import { NoteItem } from "./note.tsx"
import type { Row as RowData } from "./rows.ts"

interface Given {
  readonly row: RowData
  readonly sheet: ArticleSheet
  /** Statements that are lit up. */
  readonly lit: ReadonlySet<string>
  /** The sentence that was chosen. */
  readonly asked: Span | null
}

/** A block with its margin. */
export function Row({ row: { block, marks, notes, numbers }, sheet, lit, asked }: Given) {
  const inserts = new Map<number, ComponentChildren>()
  for (const [at, own] of numbers) {
    inserts.set(
      at,
      own.map(({ number, evidence }) => (
        <a
          key={number}
          class="ref"
          href={`#${evidence.id}`}
          aria-label={`${number}: ${evidence.agent?.name ?? "nobody named"}, ${STANCE_WORDS[evidence.stance]}`}
        >
          {number}
        </a>
      )),
    )
  }
  const chosen: readonly TextMark[] = asked ? [{ kind: "chosen", stance: null, statement: CHOSEN, ...asked }] : []
  return (
    <div class="row">
      <div class="words" dir="auto" lang={LANGUAGE.test(sheet.language) ? sheet.language : undefined}>
        <BlockShape role={block.role}>
          <Marked
            text={sheet.text}
            offset={0}
            span={block}
            marks={[...marks, ...chosen]}
            inserts={inserts}
            lit={asked ? CHOSEN_ONLY : lit}
          />
        </BlockShape>
      </div>
      {notes.length > 0 && (
        <ul class="notes" aria-label="Who says what here">
          {notes.map((note, at) => (
            <NoteItem key={at} note={note} isLit={note.kind === "statement" && lit.has(note.evidence.id)} />
          ))}
        </ul>
      )}
    </div>
  )
}

const CHOSEN = "chosen"
const CHOSEN_ONLY: ReadonlySet<string> = new Set([CHOSEN])
/** BCP 47. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** How each kind of block is written. The page's own heading is of the first level. */
function BlockShape({ role, children }: { readonly role: Block["role"]; readonly children: ComponentChildren }) {
  switch (role) {
    case "title":
      return <h2 class="headline">{children}</h2>
    case "heading":
      return <h2 class="crosshead">{children}</h2>
    case "blockquote":
      return (
        <blockquote>
          <p>{children}</p>
        </blockquote>
      )
    case "list-item":
      return (
        <ul>
          <li>{children}</li>
        </ul>
      )
    case "dek":
      return <p class="dek">{children}</p>
    case "paragraph":
      return <p>{children}</p>
    default:
      return <p class="small">{children}</p>
  }
}
