import { useList } from "../ask/index.ts"
import type { UnnamedLine } from "../contract.ts"
import { Heading, List } from "../parts/index.ts"
import { counted } from "../words.ts"

/** Unnamed sources by outlet: how many, how described, and why they are not named. */
export function UnnamedPage() {
  const list = useList<UnnamedLine>("/api/unnamed?limit=30")
  return (
    <>
      <Heading title="Unnamed sources">Unnamed sources, outlet by outlet</Heading>
      <p class="quiet lede">
        Whose word readers are asked to take without being told whose it is: each wording leads to a sentence that has it.
      </p>
      <List list={list} none="No outlet in this ledger uses a source that it does not name.">
        {lines => (
          <ol class="outlet-list">
            {lines.map(line => (
              <Outlet key={line.outlet.id} line={line} />
            ))}
          </ol>
        )}
      </List>
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
