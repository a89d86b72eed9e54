import type { Evidence } from "../contract.ts"
import { counted } from "../words.ts"
import { type Counted, tally } from "./groups.ts"

/** To whom, through whom and where it was said, with how often. Covers the statements given. */
export function Ways({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const ways: readonly (readonly [string, readonly Counted[]])[] = [
    ["Carried by", tally(evidence.flatMap(({ article }) => article.outlet ?? []))],
    ["Passed on by", tally(evidence.flatMap(({ relayedBy }) => relayedBy.map(({ name }) => name)))],
    ["Said to", tally(evidence.flatMap(({ to }) => to?.words ?? []))],
    ["Said at", tally(evidence.flatMap(({ venue }) => venue?.words ?? []))],
    ["Asked by", tally(evidence.flatMap(({ askedBy }) => askedBy?.name ?? []))],
  ]
  return (
    <dl class="ways">
      {ways
        .filter(([, named]) => named.length > 0)
        .map(([way, named]) => (
          <div key={way}>
            <dt>{way}</dt>
            <dd>{told(named)}</dd>
          </div>
        ))}
    </dl>
  )
}

const MOST_NAMES = 6

function told(named: readonly Counted[]): string {
  const rest = named.length - MOST_NAMES
  const words = named.slice(0, MOST_NAMES).map(({ name, times }) => (times > 1 ? `${name} (${times})` : name))
  return words.join("; ") + (rest > 0 ? ` and ${counted(rest, "other")}` : "")
}
