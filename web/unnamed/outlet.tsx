import { useAnswer, useList } from "../ask/index.ts"
import type { AgentSheet, Evidence } from "../contract.ts"
import { Heading, List, Otherwise, Statement, Who } from "../parts/index.ts"

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
      <List list={list} none={`${name} uses no source in this ledger that it does not name.`}>
        {statements => (
          <ol class="statements">
            {statements.map(each => (
              <li key={each.id}>
                <Statement evidence={each} actions={<Otherwise evidence={each} />} />
              </li>
            ))}
          </ol>
        )}
      </List>
    </>
  )
}
