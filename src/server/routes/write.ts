import type { Hono } from "hono"
import type { z } from "zod"
import { enter, type JudgementLine, judgements, type Ruling } from "../../ledger/index.ts"
import { answer, json } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import { Wrong } from "../problems.ts"
import { handedIn } from "../work/handed.ts"
import type { House } from "./shared.ts"

/** What changes the ledger. */
export function writeRoutes(app: Hono, house: House): void {
  const { world, jobs } = house
  app.post(ROUTES.add.path, async ({ req }) => {
    const { sources, given } = await handedIn(req.raw, world.pagesIn)
    const job = jobs.add(sources, given)
    return json(job, ROUTES.add.status, { location: `/api/jobs/${job.id}` })
  })
  answer(app, ROUTES.judge, ({ body }) => judged(house, body, body.ruling))
  answer(app, ROUTES.undo, ({ params, body }) => judged(house, body, { kind: "undo", judgement: params.id }))
}

type Signed = Pick<z.output<NonNullable<typeof ROUTES.judge.body>>, "who" | "why">

async function judged({ ledger, world, desk }: House, { who, why }: Signed, ruling: Ruling): Promise<JudgementLine> {
  const [entered] = await enter(ledger, [{ entry: "judgement", at: world.now(), who, why, ruling }])
  if ("failure" in entered!) throw entered.failure
  void desk.look().catch(() => {})
  const newest = await judgements(ledger.db, { limit: NEWEST_LOOKED_AT })
  const line = newest.items.find(({ id }) => id === entered!.id)
  if (!line) throw new Wrong("unavailable", "the judgement was entered, and many others at once", "look for it under /api/judgements")
  return line
}

const NEWEST_LOOKED_AT = 100
