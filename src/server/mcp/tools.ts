import type { McpServer } from "@modelcontextprotocol/server"
import { z } from "zod"
import type { Reading } from "../../core/index.ts"
import { agents, board, claim, type Evidence, saidBy } from "../../ledger/index.ts"
import { checkTexts } from "../guard/address.ts"
import { troubleOf, Wrong } from "../problems.ts"
import { given, type House } from "../routes/shared.ts"

/** Whether the one who calls may change the ledger, and the address of this server: "http://127.0.0.1:4177". */
export interface Asked {
  readonly writing: boolean
  readonly base: string
}

/** Characters of an article that is handed over whole. */
const LONGEST_TEXT = 400_000
const Text = z.string().min(1).max(LONGEST_TEXT).describe("The article’s text")
const Name = z.string().trim().min(1).max(200)
const At = z.string().min(4).max(40).optional().describe("As it was known then, an ISO 8601 day: 2024-11-10")
const Limit = z.int().min(1).max(50).optional().describe("1 to 50; defaults to 20")
const READ_ONLY = { readOnlyHint: true, destructiveHint: false, openWorldHint: false }

/** The tools of the server, by what the caller is allowed. */
export function tools(server: McpServer, house: House, asked: Asked): void {
  const { ledger, world } = house
  const { db } = ledger
  server.registerTool(
    "read_article",
    {
      title: "Read an article",
      description: "Tells who says what in a text, with the words it was read from. The ledger is not changed.",
      inputSchema: z.object({
        text: Text,
        title: z.string().max(500).optional(),
        publisher: Name.optional(),
        published: z.string().max(40).optional(),
      }),
      annotations: READ_ONLY,
    },
    ({ text, ...rest }) => told(async () => readingSheet(await world.read({ kind: "record", text, ...given(rest) })), { text, ...rest }),
  )
  server.registerTool(
    "search_claims",
    {
      title: "Search claims",
      description:
        "Claims in the ledger, the most contested first: who asserts, denies, declines, how many articles, and how many independent first hands.",
      inputSchema: z.object({
        about: Name.optional(),
        contested: z.boolean().optional(),
        agent: z.string().max(120).optional(),
        at: At,
        limit: Limit,
      }),
      annotations: READ_ONLY,
    },
    ({ limit = 20, ...filter }) =>
      told(async () => {
        const { items } = await board(db, given(filter), { limit })
        return { claims: items.map(each => ({ ...each, page: `${asked.base}/claims/${each.id}` })) }
      }, filter),
  )
  server.registerTool(
    "open_claim",
    {
      title: "Open a claim",
      description: "A claim with positions, origins and every sentence behind it.",
      inputSchema: z.object({ id: z.string().min(1).max(120), at: At }),
      annotations: READ_ONLY,
    },
    ({ id, at }) =>
      told(
        async () => {
          const sheet = await claim(db, id, given({ at }))
          if (!sheet) throw new Wrong("not-found", "the ledger holds no claim of that id", "look for it with search_claims")
          return {
            ...sheet,
            page: `${asked.base}/claims/${sheet.id}`,
            evidence: sheet.evidence.slice(-MOST_EVIDENCE).map(each => cited(each, asked.base)),
          }
        },
        { id, at },
      ),
  )
  server.registerTool(
    "agent_statements",
    {
      title: "What an agent said",
      description: "Statements of a person, organization or unnamed source, by name or id, the newest first.",
      inputSchema: z.object({ name: Name, at: At, limit: Limit }),
      annotations: READ_ONLY,
    },
    ({ name, at, limit = 20 }) =>
      told(
        async () => {
          const [agent, ...others] = await agents(db, name)
          if (!agent) throw new Wrong("not-found", "nobody in the ledger answers to that name", "try the surname, or the full name")
          const { items } = await saidBy(db, agent.id, given({ at }), { limit })
          return { agent, page: `${asked.base}/agents/${agent.id}`, others, statements: items.map(each => cited(each, asked.base)) }
        },
        { name, at },
      ),
  )
  if (asked.writing) addTool(server, house)
}

/** The newest of them. */
const MOST_EVIDENCE = 200

/** Only for whoever holds the token: what is read is entered. */
function addTool(server: McpServer, { jobs }: House): void {
  server.registerTool(
    "add_article",
    {
      title: "Add an article",
      description: "Enters an article in the ledger, by its address or its text. Answers with a job, whose progress is at /api/jobs/ID.",
      inputSchema: z.object({
        url: z.string().max(2000).optional(),
        text: Text.optional(),
        title: z.string().max(500).optional(),
        publisher: Name.optional(),
      }),
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    },
    ({ url, text, title, publisher }) =>
      told(
        async () => {
          if ((url === undefined) === (text === undefined))
            throw new Wrong("malformed", "an article is added by its address or by its text", "give `url` or `text`")
          const name = url ?? title ?? "text"
          const page = { kind: "record" as const, text: text ?? "", ...given({ title }) }
          const source =
            url === undefined
              ? ({
                  kind: "pages",
                  name,
                  pages: async function* () {
                    yield { name, page }
                  },
                } as const)
              : ({ kind: "url", name, url } as const)
          return jobs.add([source], given({ publisher }))
        },
        { url, text, title, publisher },
      ),
  )
}

/** An answer as JSON; what went wrong is told to the model in words, as the protocol wants it. */
async function told(work: () => Promise<object>, args: object): Promise<{ content: { type: "text"; text: string }[]; isError?: boolean }> {
  try {
    checkTexts(args, "arguments")
    return { content: [{ type: "text", text: JSON.stringify(await work()) }] }
  } catch (error) {
    const { reason, remedy } = troubleOf(error)
    return { content: [{ type: "text", text: `${reason}; ${remedy}` }], isError: true }
  }
}

/** A statement with where it can be looked up: the page of the news, and the sentence in ours. */
function cited(evidence: Evidence, base: string) {
  return { ...evidence, page: `${base}/articles/${evidence.article.id}#${evidence.id}` }
}

/** A reading without what only matching needs. */
function readingSheet({ article, agents, statements, claims, doubts }: Reading) {
  const words = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end)
  return {
    article: { id: article.id, title: article.title, published: article.published, language: article.language },
    agents: agents.map(({ mentions: _, ...each }) => each),
    statements: statements.map(({ gist: _, known: _k, ...each }) => ({ ...each, words: each.content.map(words) })),
    claims,
    doubts,
  }
}
