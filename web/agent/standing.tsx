import type { AgentSheet, Evidence } from "../contract.ts"
import { columnsOf, Grid, type Stand } from "../grid/index.tsx"
import { claimAddress, claimWords } from "../words.ts"
import { type Group, weighed } from "./groups.ts"

/** Claims × time: what an agent said on each, and where it changed. Covers the statements given. */
export function Standing({ evidence, turned }: { readonly evidence: readonly Evidence[]; readonly turned: AgentSheet["turned"] }) {
  const changed = new Map(turned.map(each => [each.claim, each]))
  const groups = weighed(evidence, turned).map(group => ({ of: group, evidence: group.evidence }))
  return (
    <Grid
      name="What was said, claim by claim"
      rowsAre="Claim"
      mostRows={12}
      columns={columnsOf(groups)}
      headOf={({ key, evidence: [newest] }: Group) => {
        const words = claimWords(changed.get(key)?.text ?? newest!.words)
        return (
          <>
            {newest!.claim ? (
              <a class="about" href={claimAddress(newest!.claim)}>
                {words}
              </a>
            ) : (
              <span class="about">{words}</span>
            )}
            {changed.has(key) && <em class="turned"> changed</em>}
          </>
        )
      }}
      standOf={({ key, evidence: own }: Group) => changed.get(key)?.position ?? newestOf(own)}
    />
  )
}

function newestOf(evidence: readonly Evidence[]): Stand {
  const newest = evidence.reduce((one, other) => (other.when > one.when ? other : one))
  return { stance: newest.stance, turns: [] }
}
