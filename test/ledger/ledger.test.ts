import { afterEach, beforeEach, describe, expect, test } from "vitest"
import {
  agent,
  agents,
  changes,
  claim,
  claims,
  type Entry,
  enter,
  entriesOf,
  judgements,
  type Ruling,
  rebuild,
  revision,
  saidBy,
} from "../../src/ledger/index.ts"
import { dump, entryOf, type Fresh, STORES } from "./given.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "./story.ts"

const STORY: readonly Entry[] = [entryOf(POST, 0), entryOf(RADIO, 1), entryOf(GAZETTE, 2)]

describe.each(STORES)("the ledger on %s", (_, fresh) => {
  let at: Fresh
  beforeEach(async () => {
    at = await fresh()
  }, 60_000)
  afterEach(async () => {
    await at.drop()
  })
  const db = () => at.ledger.db
  const judge = async (ruling: Ruling, minute: number) => {
    const [entered] = await enter(at.ledger, [
      { entry: "judgement", at: `2025-11-25T10:0${minute}:00.000Z`, who: "Ida Munk", why: "read it again", ruling },
    ])
    if (entered && "failure" in entered) throw entered.failure
    return entered!.id
  }

  test("a page added twice changes nothing", async () => {
    expect((await enter(at.ledger, STORY)).map(each => "outcome" in each && each.outcome)).toEqual(["new", "new", "new"])
    const [before, tag] = [await dump(db()), await revision(db())]
    expect((await enter(at.ledger, STORY)).map(each => "outcome" in each && each.outcome)).toEqual(["known", "known", "known"])
    expect(await dump(db())).toEqual(before)
    expect(await revision(db())).toBe(tag)
  })

  test("the journal alone makes the identical ledger", async () => {
    await enter(at.ledger, [...STORY, entryOf(POST_LATER, 3)])
    const ruiz = (await agents(db(), "Elena Ruiz"))[0]!
    const said = (await saidBy(db(), ruiz.id)).items[0]!
    await judge({ kind: "correct", statement: said.id, field: "stance", value: "declines" }, 0)
    const before = await dump(db())
    await rebuild(at.ledger)
    expect(await dump(db())).toEqual(before)
  })

  test("what was acknowledged is there when it is opened again", async () => {
    await enter(at.ledger, STORY)
    const before = await dump(db())
    at = await at.reopen()
    expect(await dump(db())).toEqual(before)
  })

  test("entries taken out and put into an empty ledger make the same one", async () => {
    await enter(at.ledger, STORY)
    const entries: Entry[] = []
    for await (const entry of entriesOf(at.ledger)) entries.push(JSON.parse(JSON.stringify(entry)))
    for (const [, another] of STORES) {
      const other = await another()
      for (const entry of entries) await enter(other.ledger, [entry])
      expect(await dump(other.ledger.db)).toEqual(await dump(db()))
      await other.drop()
    }
  }, 60_000)

  test("one claim holds who asserts and who denies it, each cell with its sentence", async () => {
    await enter(at.ledger, STORY)
    const [first] = (await claims(db(), { about: "gate locked fire" })).items
    const sheet = (await claim(db(), first!.id))!
    expect(sheet.outlets).toEqual(["Coast Radio", "Sternholm Gazette", "The Harbor Post"])
    const ruiz = sheet.positions.find(({ agent }) => agent?.name === "Elena Ruiz")!
    expect(ruiz.turns.map(({ stance }) => stance)).toContain("denies")
    expect(ruiz.stance).toBe("confirms")
    for (const { sentence, content } of sheet.evidence)
      for (const { start, end } of content) expect(sentence.start <= start && end <= sentence.end).toBe(true)
  })

  test("an article that moved to another address of its outlet is a version; the same text elsewhere, or of another day, is not", async () => {
    const told = `${POST.text}\n\nThe fire began shortly after ten in the evening in a shed behind the north gate, and spread to two warehouses before crews from three towns could reach the quay along the only road that was open.`
    const first = { ...POST, text: told }
    const moved = {
      ...first,
      url: "https://harborpost.example/2025/11/gate-was-locked",
      title: "North gate was locked on night of fire, officials say",
    }
    const again = { ...first, url: "https://harborpost.example/2025/12/gate", published: "2025-12-20" }
    const elsewhere = { ...first, url: "https://northlandcourier.example/gate", publisher: "Northland Courier" }
    const entered = await enter(at.ledger, [first, moved, again, elsewhere, { ...moved, text: `${told} Nobody was hurt.` }].map(entryOf))
    expect(entered.map(each => "outcome" in each && each.outcome)).toEqual(["new", "version", "new", "new", "version"])
    const history = await changes(db(), moved.url)
    expect(history!.versions.length).toBe(3)
    const before = await dump(db())
    await rebuild(at.ledger)
    expect(await dump(db())).toEqual(before)
  })

  test("as of a day, only what was published by then counts", async () => {
    await enter(at.ledger, STORY)
    const [first] = (await claims(db(), { contested: true, about: "gate", at: "2025-11-22" })).items
    const early = await claim(db(), first!.id, { at: "2025-11-20" })
    expect(early!.outlets).toEqual(["The Harbor Post"])
    expect((await claim(db(), first!.id, { at: "2025-11-22" }))!.positions.find(({ agent }) => agent?.name === "Elena Ruiz")!.stance).toBe(
      "denies",
    )
    expect(await claim(db(), first!.id, { at: "2025-11-01" })).toBeNull()
    expect((await claims(db(), { at: "2025-11-01" })).items).toEqual([])
  })

  test("lists go on where a page ended, and hold everything once", async () => {
    await enter(at.ledger, STORY)
    const all = (await claims(db(), {}, { limit: 500 })).items.map(({ id }) => id)
    for (const order of ["weight", "newest"] as const) {
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await claims(db(), { order }, { limit: 2, ...(cursor && { cursor }) })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      }
      expect(seen.sort()).toEqual([...all].sort())
    }
    await expect(claims(db(), {}, { cursor: "nonsense" })).rejects.toThrow("no place in a list")
  })

  test("a changed page under the same address is a version, told by its effects and not its commas", async () => {
    await enter(at.ledger, [entryOf(POST, 0)])
    const [entered] = await enter(at.ledger, [entryOf(POST_LATER, 5)])
    expect(entered).toMatchObject({ outcome: "version" })
    const history = (await changes(db(), "https://harborpost.example/2025/11/gate?utm_campaign=x"))!
    expect(history.versions.map(({ version }) => version)).toEqual([1, 2])
    const [step] = history.steps
    expect(step!.changes[0]!.says).toMatch(/denial of Martin Brask.* added/)
    const told = step!.changes.map(({ says }) => says).join("\n")
    expect(told).toMatch(/officials became .*official/)
    expect(told).toContain("“said” became “claimed”")
    expect(told).toMatch(/no answer.*removed/)
    expect(step!.changes.some(({ before, after }) => before?.agent?.name === "Elena Ruiz" && after?.agent?.name === "Elena Ruiz")).toBe(
      false,
    )
  })

  test("statements of a replaced version no longer stand, and still do as of its day", async () => {
    await enter(at.ledger, [entryOf(POST, 0), entryOf(POST_LATER, 5)])
    const [line] = await agents(db(), "the ferry line")
    const said = (await saidBy(db(), line!.id)).items
    expect(said.filter(({ stance }) => stance === "unanswered").every(({ past }) => past)).toBe(true)
    const early = (await saidBy(db(), line!.id, { at: "2025-11-20" })).items
    expect(early.filter(({ stance }) => stance === "unanswered").every(({ past }) => !past)).toBe(true)
  })

  test("a judgement changes what stands, and its undoing brings back what stood", async () => {
    await enter(at.ledger, STORY)
    const tables = ["statement", "claim", "position", "agent"]
    const before = await dump(db(), tables)
    const [ruiz] = await agents(db(), "Elena Ruiz")
    const [brask] = await agents(db(), "Martin Brask")
    const said = (await saidBy(db(), ruiz!.id)).items[0]!
    const ids = [
      await judge({ kind: "correct", statement: said.id, field: "stance", value: "declines" }, 0),
      await judge({ kind: "unite", what: "agents", ids: [ruiz!.id, brask!.id] }, 1),
      await judge({ kind: "part", what: "statements", ids: [said.id] }, 2),
      await judge({ kind: "unite", what: "claims", ids: (await claims(db())).items.slice(0, 2).map(({ id }) => id) }, 3),
      await judge({ kind: "dismiss", id: said.id }, 4),
    ]
    expect((await agent(db(), brask!.id))!.name).toBe("Elena Ruiz")
    expect((await agent(db(), brask!.id))!.judgements).toHaveLength(1)
    expect(await dump(db(), tables)).not.toEqual(before)
    for (const [minute, judgement] of ids.reverse().entries()) await judge({ kind: "undo", judgement }, 5 + (minute % 5))
    expect(await dump(db(), tables)).toEqual(before)
    expect((await judgements(db())).items.filter(({ undoneBy }) => undoneBy)).toHaveLength(5)
  })

  test("a judgement holds on when its article is read anew", async () => {
    await enter(at.ledger, STORY)
    const [ruiz] = await agents(db(), "Elena Ruiz")
    const said = (await saidBy(db(), ruiz!.id)).items.find(({ stance }) => stance === "denies")!
    await judge({ kind: "correct", statement: said.id, field: "stance", value: "declines" }, 0)
    const [entered] = await enter(at.ledger, [{ ...entryOf(RADIO, 9), again: true }])
    expect(entered).toMatchObject({ outcome: "again" })
    const now = (await saidBy(db(), ruiz!.id)).items.find(({ id }) => id === said.id)!
    expect(now.stance).toBe("declines")
    expect(now.judged).toHaveLength(1)
  })

  test("judgements on a claim hold on when its founding statement is read with another id", async () => {
    const again = entryOf(POST, 9)
    await enter(at.ledger, [entryOf(POST, 0)])
    const [first] = (await claims(db(), { about: "gate locked" })).items
    await judge({ kind: "dismiss", id: first!.id }, 0)
    const renamed = (id: string) => `${id.slice(0, -4)}ffff`
    const statements = again.reading.statements.map(each => ({ ...each, id: renamed(each.id) }))
    await enter(at.ledger, [{ ...again, again: true, reading: { ...again.reading, statements } }])
    const [judged] = (await judgements(db())).items
    expect(judged).toMatchObject({ orphan: false, undoneBy: null })
    expect((await claims(db(), { about: "gate locked" })).items.map(({ id }) => id)).not.toContain(first!.id)
    const sheet = (await claim(db(), first!.id))!
    expect(sheet.id).not.toBe(first!.id)
    expect(sheet.judgements.map(({ id }) => id)).toEqual([judged!.id])
  })

  test("a judgement on what is read no more is listed as without object", async () => {
    const again = entryOf(POST, 9)
    await enter(at.ledger, [entryOf(POST, 0)])
    const [ruiz] = await agents(db(), "Elena Ruiz")
    const said = (await saidBy(db(), ruiz!.id)).items[0]!
    await judge({ kind: "dismiss", id: said.id }, 0)
    await enter(at.ledger, [{ ...again, again: true, reading: { ...again.reading, statements: [], claims: [] } }])
    expect((await judgements(db())).items).toMatchObject([{ orphan: true, ruling: { id: said.id } }])
  })

  test("a judgement on what is not there, or of no sense, is refused and leaves no trace", async () => {
    await enter(at.ledger, STORY)
    const before = await dump(db())
    for (const ruling of [
      { kind: "dismiss", id: "statement_0000000000000000" },
      { kind: "unite", what: "agents", ids: ["agent_0000000000000000", "agent_1111111111111111"] },
      { kind: "undo", judgement: "judgement_0000000000000000" },
    ] as const)
      await expect(judge(ruling, 0)).rejects.toMatchObject({ name: "Refused" })
    expect(await dump(db())).toEqual(before)
  })

  test("who asks while another enters waits his turn, and gets his answer", async () => {
    const both = await Promise.all([enter(at.ledger, STORY), claims(db()), enter(at.ledger, [entryOf(POST_LATER, 5)]), revision(db())])
    expect(both[2]).toMatchObject([{ outcome: "version" }])
  })

  test("an entry that cannot be entered leaves the others as they are", async () => {
    const broken = { ...entryOf(RADIO, 1), reading: { ...entryOf(RADIO, 1).reading, statements: null as never } }
    const [good, bad] = await enter(at.ledger, [entryOf(POST, 0), broken])
    expect(good).toMatchObject({ outcome: "new" })
    expect(bad).toHaveProperty("failure")
    expect((await claims(db())).items.length).toBeGreaterThan(0)
  })
})
