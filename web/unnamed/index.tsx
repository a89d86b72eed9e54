import { useAnswer, useList } from "../ask/index.ts"
import type { AgentSheet, Evidence, UnnamedLine } from "../contract.ts"
import { Hand } from "../hand.tsx"
import { Heading, More, Statement, Told, Waiting, Who } from "../parts/index.ts"
import { claimAddress, claimWords, counted } from "../words.ts"

/** Unnamed sources by outlet: how many, how described, and why they are not named. */
export function UnnamedPage() {
  const list = useList<UnnamedLine>("/api/unnamed?limit=30")
  return (
    <>
      <Heading title="Unnamed sources">Unnamed sources, outlet by outlet</Heading>
      {list.trouble && <Told trouble={list.trouble} />}
      {list.items === null && !list.trouble && <Waiting />}
      {list.items?.length === 0 && <p class="quiet">No outlet in this ledger uses a source that it does not name.</p>}
      <ol class="outlet-list">
        {list.items?.map(line => (
          <Outlet key={line.outlet.id} line={line} />
        ))}
      </ol>
      <More list={list} />
    </>
  )
}

function Outlet({ line: { outlet, articles, of, statements, claims, described, reasons } }: { readonly line: UnnamedLine }) {
  const address = `/unnamed/${encodeURIComponent(outlet.id)}`
  return (
    <li>
      <div>
        <h2>
          <a href={address}>{outlet.name}</a>
        </h2>
        <p class="figures">
          <span>
            <b>{articles}</b> {of >= articles ? `of ${counted(of, "article")}` : articles === 1 ? "article" : "articles"}
          </span>
        </p>
        {of >= articles && <meter min={0} max={of} value={articles} aria-label={`Articles of ${outlet.name} with an unnamed source`} />}
        <p class="facts">
          {counted(statements, "statement")} on {counted(claims, "claim")}
        </p>
      </div>
      <Wordings name="How they are described" wordings={described} address={address} none="They are not described." />
      <Wordings name="Why they are not named" wordings={reasons} address={address} none="No reason is given." />
    </li>
  )
}

interface Given {
  readonly name: string
  readonly wordings: UnnamedLine["described"]
  readonly address: string
  readonly none: string
}

function Wordings({ name, wordings, address, none }: Given) {
  return (
    <div>
      <h3>{name}</h3>
      {wordings.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <ul class="plain">
          {wordings.map(({ words, statements, example }) => (
            <li key={words}>
              <a href={`${address}#${example}`}>“{words}”</a>
              {statements > 1 && <span class="facts"> {statements} times</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What the unnamed sources of one outlet say. */
export function UnnamedOutletPage({ id }: { readonly id: string }) {
  const outlet = useAnswer<AgentSheet>(`/api/agents/${encodeURIComponent(id)}`)
  const list = useList<Evidence>(`/api/unnamed/${encodeURIComponent(id)}?limit=40`)
  const name = outlet.answer?.name ?? "an outlet"
  return (
    <>
      <p class="kicker">
        <a href="/unnamed">Unnamed sources</a>
        {outlet.answer && (
          <>
            {" · "}
            <Who agent={outlet.answer} />
          </>
        )}
      </p>
      <Heading title={`Unnamed sources of ${name}`}>What unnamed sources of {name} say</Heading>
      {list.trouble && <Told trouble={list.trouble} />}
      {list.items === null && !list.trouble && <Waiting />}
      <ol class="statements">
        {list.items?.map(each => (
          <li key={each.id}>
            <Statement evidence={each} actions={<Otherwise evidence={each} />} />
          </li>
        ))}
      </ol>
      <More list={list} />
    </>
  )
}

function Otherwise({ evidence }: { readonly evidence: Evidence }) {
  return (
    <>
      {evidence.claim && (
        <p class="facts">
          <a href={claimAddress(evidence.claim)} aria-label={`Who says otherwise: ${claimWords(evidence.words)}`}>
            Who says otherwise?
          </a>
        </p>
      )}
      <Hand evidence={evidence} about={claimWords(evidence.words)} />
    </>
  )
}
