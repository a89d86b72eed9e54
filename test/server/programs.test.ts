import Ajv2020 from "ajv/dist/2020.js"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Board } from "../../src/server/index.ts"
import { ROUTES } from "../../src/server/index.ts"
import { type Fresh, STORES } from "../ledger/given.ts"
import { Client, WRITING, withStory, worldWith } from "./given.ts"

const [[, embedded]] = STORES as [(typeof STORES)[number]]

let own: Fresh
let client: Client
beforeAll(async () => {
  own = await embedded()
  client = new Client(worldWith(await withStory(own)))
}, 60_000)
afterAll(() => own.drop())

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>>
}

describe("the OpenAPI document", () => {
  let document: Document
  let ajv: Ajv2020.default
  beforeAll(async () => {
    document = await client.json<Document>("/api/openapi.json")
    ajv = new Ajv2020.default({ strict: false })
    ajv.addSchema(document, "api")
  })

  test("tells of every route, with the parts of its path", () => {
    expect(document.openapi).toBe("3.1.0")
    const told = Object.entries(document.paths).flatMap(([path, each]) =>
      Object.entries(each).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    )
    expect(told.sort()).toEqual(
      Object.values(ROUTES)
        .map(({ method, path, name }) => `${method} ${path} ${name}`)
        .sort(),
    )
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters } of Object.values(methods))
        expect(parameters.filter(each => each.in === "path").map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
  })

  test("every reference in it leads somewhere", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!)
    expect(refs.filter(name => !(name in document.components.schemas))).toEqual([])
    expect(JSON.stringify(document)).not.toContain("#/$defs/")
  })

  test("answers fit what it says of them", async () => {
    const { items } = await client.json<Board>("/api/claims?contested")
    const agent = items[0]!.who.find(each => each.agent)!.agent!.id
    const asked = [
      ["/api", "/api"],
      ["/api/claims", "/api/claims"],
      ["/api/claims/{id}", `/api/claims/${items[0]!.id}`],
      ["/api/articles", "/api/articles"],
      ["/api/agents/{id}", `/api/agents/${agent}`],
      ["/api/agents/{id}/statements", `/api/agents/${agent}/statements`],
      ["/api/unnamed", "/api/unnamed"],
      ["/api/judgements", "/api/judgements"],
    ] as const
    for (const [path, address] of asked) {
      const pointer = `api#/paths/${path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/get/responses/200/content/application~1json/schema`
      const validate = ajv.getSchema(pointer)!
      expect(validate(await client.json(address)), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true)
    }
    const missing = ajv.getSchema("api#/components/schemas/Problem")!
    expect(missing(await client.json("/api/claims/claim_00"))).toBe(true)
  })
})

describe("tools for language models", () => {
  const HEADERS = { "content-type": "application/json", accept: "application/json, text/event-stream" }

  async function call(
    method: string,
    params: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ result: { tools: { name: string }[]; content: { text: string }[]; isError?: boolean } }> {
    const response = await client.ask("/mcp", {
      method: "POST",
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    })
    expect(response.status).toBe(200)
    const text = await response.text()
    return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text)
  }

  const use = async (name: string, args: object) => {
    const { result } = await call("tools/call", { name, arguments: args })
    return { text: result.content[0]!.text, isError: result.isError ?? false }
  }

  test("are there to read with, and to add with for whoever holds the token", async () => {
    const hello = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } }
    expect(JSON.stringify(await call("initialize", hello))).toContain('"hearsay"')
    const names = async (headers = {}) => (await call("tools/list", {}, headers)).result.tools.map(({ name }) => name)
    expect(await names()).toEqual(["read_article", "search_claims", "open_claim", "agent_statements"])
    expect(await names(WRITING)).toContain("add_article")
  })

  test("answer with sentences, spans and addresses to cite", async () => {
    const { claims } = JSON.parse((await use("search_claims", { about: "gate", contested: true })).text) as Board & {
      claims: { id: string; page: string }[]
    }
    expect(claims[0]!.page).toBe(`http://localhost:4177/claims/${claims[0]!.id}`)
    const sheet = JSON.parse((await use("open_claim", { id: claims[0]!.id })).text)
    expect(sheet.evidence[0]).toMatchObject({
      sentence: { start: expect.any(Number), text: expect.any(String) },
      page: expect.stringContaining("/articles/"),
    })
    const said = JSON.parse((await use("agent_statements", { name: "Elena Ruiz" })).text)
    expect(said.statements.length).toBeGreaterThan(1)
    const reading = JSON.parse((await use("read_article", { text: "Mayor Elena Ruiz denied on Friday that the bridge was closed." })).text)
    expect(reading.statements[0]).toMatchObject({ stance: "denies" })
  })

  test("tell what went wrong in words", async () => {
    expect(await use("open_claim", { id: "claim_00" })).toEqual({
      text: "the ledger holds no claim of that id; look for it with search_claims",
      isError: true,
    })
    expect((await use("read_article", { text: "\u0000" })).isError).toBe(true)
    expect((await use("agent_statements", { name: "Nobody Atall" })).isError).toBe(true)
  })
})
