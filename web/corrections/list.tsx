import type { Judged } from "../contract.ts"
import { Judging } from "../parts/index.ts"
import { articleAddress, momentInWords } from "../words.ts"

/** Judgements, each with its reason and the way to undo it. Nothing is ever taken out: what was undone stays to be read. */
export function JudgementList({ judgements }: { readonly judgements: readonly Judged[] }) {
  const byId = new Map(judgements.map(each => [each.id, each]))
  return (
    <ol class="judgements">
      {judgements.map(judgement => (
        <li key={judgement.id} id={judgement.id} class={judgement.undoneBy ? "undone" : undefined}>
          <p class="says">
            <Says judgement={judgement} byId={byId} /> <Subject judgement={judgement} />
          </p>
          <p class="reason" dir="auto">
            “{judgement.why}”
          </p>
          <p class="facts">
            <bdi>{judgement.who}</bdi>, <time dateTime={judgement.at}>{momentInWords(judgement.at)}</time>
            {judgement.undoneBy && (
              <>
                {" · "}
                {byId.has(judgement.undoneBy) ? <a href={`#${judgement.undoneBy}`}>undone</a> : "undone"}
              </>
            )}
            {judgement.orphan && " · what it speaks of is no longer in the ledger"}{" "}
            {!judgement.undoneBy && judgement.ruling.kind !== "undo" && (
              <Judging
                label="Undo"
                about={judgement.says}
                asks="Was this judgement wrong?"
                ruling={{ kind: "undo", judgement: judgement.id }}
              />
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** What it says; where it takes another back, that one's words. */
function Says({ judgement: { ruling, says, undoneBy }, byId }: { readonly judgement: Judged; readonly byId: ReadonlyMap<string, Judged> }) {
  const undone = ruling.kind === "undo" ? byId.get(ruling.judgement) : undefined
  if (undone)
    return (
      <>
        takes back: <a href={`#${undone.id}`}>{undone.says}</a>
      </>
    )
  return <span>{undoneBy ? <s>{says}</s> : says}</span>
}

/** The way to what was judged: a statement in its article, or what has a page of its own. */
function Subject({ judgement: { ruling, where } }: { readonly judgement: Judged }) {
  const address = where ? articleAddress(where.article, where.statement) : addressOf(ruling)
  return address ? <a href={address}>open</a> : null
}

function addressOf(ruling: Judged["ruling"]): string | null {
  if (ruling.kind === "cut") return `/claims/${ruling.claim}`
  if (ruling.kind === "unite") return ruling.what === "claims" ? `/claims/${ruling.ids[0]}` : `/agents/${ruling.ids[0]}`
  if (ruling.kind === "part" && ruling.what === "agents") return `/agents/${ruling.ids[0]}`
  if ((ruling.kind === "dismiss" || ruling.kind === "confirm") && ruling.id.startsWith("claim_")) return `/claims/${ruling.id}`
  return null
}
