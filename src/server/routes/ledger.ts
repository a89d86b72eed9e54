import type { Hono } from "hono"
import {
  agent,
  agents,
  article,
  articles,
  board,
  changes,
  claim,
  isAgent,
  judgements,
  type Paging,
  saidBy,
  saidOn,
  unnamed,
  unnamedOf,
} from "../../ledger/index.ts"
import { answer, found } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import { Wrong } from "../problems.ts"
import { given, type House } from "./shared.ts"

/** What the ledger answers. */
export function ledgerRoutes(app: Hono, { ledger: { db } }: House): void {
  answer(app, ROUTES.board, ({ query }) => {
    const { limit, cursor, ...filter } = given(query)
    return board(db, filter, paging({ limit, cursor }))
  })
  answer(app, ROUTES.claimSheet, async ({ params, query }) => found(await claim(db, params.id, given(query)), "claim"))
  answer(app, ROUTES.saidOn, async ({ params, query: { at, ...part } }) => {
    const page = await saidOn(db, params.id, given({ at }), paging(part))
    if (page.items.length === 0 && part.cursor === undefined) found(await claim(db, params.id, given({ at })), "claim")
    return page
  })
  answer(app, ROUTES.articles, ({ query }) => {
    const { limit, cursor, ...filter } = given(query)
    return articles(db, filter, paging({ limit, cursor }))
  })
  answer(app, ROUTES.articleSheet, async ({ params }) => found(await article(db, params.id), "article"))
  answer(app, ROUTES.history, async ({ params }) => found(await changes(db, params.id), "article"))
  answer(app, ROUTES.agents, async ({ query }) => ({ items: await agents(db, query.name) }))
  answer(app, ROUTES.agentSheet, async ({ params, query }) => found(await agent(db, params.id, given(query)), "agent"))
  answer(app, ROUTES.saidBy, async ({ params, query: { at, ...part } }) => {
    await checkAgent(params.id)
    return saidBy(db, params.id, given({ at }), paging(part))
  })
  answer(app, ROUTES.unnamed, ({ query }) => unnamed(db, paging(query)))
  answer(app, ROUTES.unnamedOf, async ({ params, query }) => {
    await checkAgent(params.id)
    return unnamedOf(db, params.id, paging(query))
  })
  answer(app, ROUTES.judgements, ({ query }) => judgements(db, paging(query)))

  async function checkAgent(id: string): Promise<void> {
    if (!(await isAgent(db, id)))
      throw new Wrong("not-found", "the ledger holds no agent of that id", "check the id, or look for the name with /api/agents?name=")
  }
}

function paging(part: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): Paging {
  return given(part)
}
