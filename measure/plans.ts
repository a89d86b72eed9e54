import { Kysely, PostgresDialect } from "kysely"
import { Pool } from "pg"
import type { Db, Tables } from "../src/ledger/index.ts"

/** What the database did for one query, by its own account (`explain (analyze, buffers)`). */
export interface Plan {
  readonly query: string
  /** Pages of 8 kB looked at, from memory or disk. */
  readonly pages: number
  /** Tables that were read from end to end, with the rows looked at. */
  readonly whole: readonly { readonly table: string; readonly rows: number }[]
}

/** A connection that tells of every query how it was answered. */
export interface Watched {
  readonly db: Db
  /** What was asked since it was last taken. */
  readonly take: () => readonly Plan[]
  readonly close: () => Promise<void>
}

/** Watches queries to a PostgreSQL by its module `auto_explain`; whoever connects must be a superuser. */
export function watched(url: string): Watched {
  let plans: Plan[] = []
  const pool = new Pool({ connectionString: url, max: 1, options: OPTIONS })
  pool.on("connect", client => {
    client.on("notice", ({ message }) => {
      const at = message?.indexOf("{") ?? -1
      if (message?.includes("plan:") && at >= 0) plans.push(planOf(JSON.parse(message.slice(at)) as Explained))
    })
  })
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    take() {
      const taken = plans
      plans = []
      return taken
    },
    close: () => pool.end(),
  }
}

const OPTIONS = [
  "session_preload_libraries=auto_explain",
  "auto_explain.log_min_duration=0",
  "auto_explain.log_analyze=on",
  "auto_explain.log_buffers=on",
  "auto_explain.log_timing=off",
  "auto_explain.log_format=json",
  "auto_explain.log_level=notice",
]
  .map(setting => `-c ${setting}`)
  .join(" ")

interface Node {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly "Actual Rows": number
  readonly "Actual Loops": number
  readonly "Rows Removed by Filter"?: number
  readonly "Shared Hit Blocks"?: number
  readonly "Shared Read Blocks"?: number
  readonly Plans?: readonly Node[]
}

interface Explained {
  readonly "Query Text": string
  readonly Plan: Node
}

function planOf({ "Query Text": query, Plan: top }: Explained): Plan {
  return { query, pages: (top["Shared Hit Blocks"] ?? 0) + (top["Shared Read Blocks"] ?? 0), whole: wholeIn(top) }
}

function wholeIn(node: Node): Plan["whole"] {
  const own =
    node["Node Type"] === "Seq Scan"
      ? [{ table: node["Relation Name"] ?? "", rows: (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"] }]
      : []
  return [...own, ...(node.Plans ?? []).flatMap(wholeIn)]
}
