import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { AgentKind, Id } from "./words.ts"

/** Someone who says or is spoken of. */
export const AgentLine = z
  .object({
    id: Id,
    name: z.string(),
    kind: AgentKind,
    roles: z.array(z.string()),
    actsFor: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: "AgentLine" }) satisfies z.ZodType<Ledger.AgentLine>

/** An agent that answers to a name. */
const NamedAgent = AgentLine.extend({ statements: z.int() }).meta({ id: "NamedAgent" })

export const NamedAgents = z.object({ items: z.array(NamedAgent) }).meta({ id: "NamedAgents" })
