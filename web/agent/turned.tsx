import type { AgentSheet } from "../contract.ts"
import { StanceWord } from "../parts/index.ts"
import { claimAddress, claimWords, dateInWords } from "../words.ts"

/** Claims on which his stance changed. */
export function Turned({ turned }: { readonly turned: AgentSheet["turned"] }) {
  if (turned.length === 0) return null
  return (
    <section aria-labelledby="turned">
      <h2 id="turned">Where the position changed</h2>
      <ul class="turns">
        {turned.map(({ claim, text, position }) => (
          <li key={claim}>
            <h3>
              <a href={claimAddress(claim)}>{claimWords(text)}</a>
            </h3>
            <p>
              {position.turns.map(({ stance, when, statement }, at) => (
                <span key={statement}>
                  {at > 0 && <span aria-hidden="true"> → </span>}
                  <StanceWord stance={stance} />
                  {when && <span class="facts"> {dateInWords(when)}</span>}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
