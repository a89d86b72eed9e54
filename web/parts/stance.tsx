import type { Stance } from "../contract.ts"
import { STANCE_WORDS } from "../words.ts"

/** A stance as a mark that can be told apart without colour: filled, ringed, barred, half, hollow. Hidden from screen readers: words stand beside it. */
export function Mark({ stance, faint = false }: { readonly stance: Stance; readonly faint?: boolean }) {
  return (
    <svg class={`mark ${stance}${faint ? " faint" : ""}`} viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      {SHAPES[stance]}
    </svg>
  )
}

const SHAPES: Readonly<Record<Stance, preact.ComponentChildren>> = {
  asserts: <circle r="5.5" class="fill" />,
  confirms: (
    <>
      <circle r="6" class="ring" />
      <circle r="2.8" class="fill" />
    </>
  ),
  denies: (
    <>
      <rect x="-6" y="-6" width="12" height="12" rx="1.5" class="fill" />
      <path d="M-3 -3 L3 3 M3 -3 L-3 3" class="cross" />
    </>
  ),
  declines: (
    <>
      <circle r="5.5" class="ring" />
      <path d="M0 -5.5 A5.5 5.5 0 0 0 0 5.5 Z" class="fill" />
    </>
  ),
  unanswered: <circle r="5.5" class="ring dots" />,
}

/** A stance in its word and colour, with its mark. */
export function StanceWord({ stance }: { readonly stance: Stance }) {
  return (
    <span class={`stance ${stance}`}>
      <Mark stance={stance} />
      {STANCE_WORDS[stance]}
    </span>
  )
}

/** What the marks mean. */
export function StanceLegend() {
  return (
    <ul class="legend" aria-label="What the marks mean">
      {(["asserts", "confirms", "denies", "declines", "unanswered"] as const).map(stance => (
        <li key={stance}>
          <StanceWord stance={stance} />
        </li>
      ))}
    </ul>
  )
}
