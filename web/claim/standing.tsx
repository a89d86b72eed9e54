import type { ClaimSheet, Position } from "../contract.ts"
import { columnsOf, firstOf, Grid } from "../grid/index.tsx"
import { Who } from "../parts/index.ts"

/** Agents × time: where each voice stands, and every statement that puts it there. Those who said something first come first. */
export function Standing({ sheet: { positions, evidence } }: { readonly sheet: ClaimSheet }) {
  const byId = new Map(evidence.map(each => [each.id, each]))
  const groups = positions.map(position => ({ of: position, evidence: position.statements.flatMap(id => byId.get(id) ?? []) }))
  const { names, rows } = columnsOf(groups)
  return (
    <Grid
      name="Who stands where, and when"
      rowsAre="Voice"
      columns={{ names, rows: [...rows].sort((a, b) => firstOf(a) - firstOf(b)) }}
      headOf={position => <Voice position={position} />}
      standOf={position => position}
    />
  )
}

/** A spokesman and the one he speaks for are one voice. */
function Voice({ position: { agent, voice, words } }: { readonly position: Position }) {
  const isOther = voice && agent && voice.id !== agent.id && agent.actsFor?.id !== voice.id
  return (
    <>
      <Who agent={agent} words={words} role />
      {isOther && (
        <span class="role">
          {" "}
          for <Who agent={voice} />
        </span>
      )}
    </>
  )
}
