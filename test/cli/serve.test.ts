import { type ChildProcess, execFile, spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { ROOT } from "../../train/corpora.ts"

const MAIN = join(ROOT, "dist/src/cli/main.js")
const folder = mkdtempSync(join(tmpdir(), "hearsay-serve-"))
const ledger = join(folder, "ledger")
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Served {
  readonly process: ChildProcess
  readonly url: string
  readonly told: string
  /** Sends a signal; gives the exit status. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the command, and waits until it says how to stop it. */
function serve(...args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, "serve", "--ledger", ledger, "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise<number | null>(resolve => child.once("exit", code => resolve(code)))
  let told = ""
  return new Promise(resolve =>
    child.stdout.on("data", (data: Buffer) => {
      told += data
      const url = /at (http:\/\/\S+)/.exec(told)?.[1]
      if (!url || !told.includes("Ctrl-C")) return
      const stop = (signal: NodeJS.Signals) => {
        child.kill(signal)
        return ended
      }
      resolve({ process: child, url, told, stop })
    }),
  )
}

function run(...args: readonly string[]): Promise<{ readonly status: number; readonly complaint: string }> {
  return new Promise(resolve =>
    execFile(process.execPath, [MAIN, ...args], (error, _, complaint) => resolve({ status: Number(error?.code ?? 0), complaint })),
  )
}

test("a ledger is served, added to with the token shown once, closed to others, and stopped gracefully", {
  timeout: 120_000,
  skip: !existsSync(MAIN),
}, async () => {
  const first = await serve()
  const token = /hearsay_[\w-]{43}/.exec(first.told)![0]
  const other = await run("claims", "--ledger", ledger)
  expect(other.status).toBe(1)
  expect(other.complaint).toContain(`the ledger is in use by process ${first.process.pid} (hearsay serve)`)
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
  const sources = [
    { kind: "text", text: "Mayor Elena Ruiz denied on Friday that the north gate was locked." },
    { kind: "url", url: "http://127.0.0.1:9/" },
  ]
  const response = await fetch(`${first.url}/api/articles`, { method: "POST", headers, body: JSON.stringify({ sources }) })
  const events = await (await fetch(`${first.url}${response.headers.get("location")}/events`)).text()
  expect(events).toContain('"outcome":"new","statements":1')
  expect(events).toContain("this very machine, which is not connected to")
  expect(await first.stop("SIGTERM")).toBe(0)

  const second = await serve("--closed")
  expect(second.told).not.toMatch(/hearsay_[\w-]{43}/)
  expect((await fetch(`${second.url}/api/claims`)).status).toBe(401)
  const board = (await (await fetch(`${second.url}/api/claims`, { headers })).json()) as { items: unknown[] }
  expect(board.items).toHaveLength(1)
  expect(await second.stop("SIGINT")).toBe(0)

  const third = await serve("--new-token")
  expect(third.told).toMatch(/hearsay_[\w-]{43}/)
  expect((await fetch(`${third.url}/api/articles`, { method: "POST", headers, body: "{}" })).status).toBe(401)
  expect(await third.stop("SIGTERM")).toBe(0)
})

test("a port that is taken is told of in one line", { timeout: 60_000, skip: !existsSync(MAIN) }, async () => {
  const holder = createServer()
  await new Promise<void>(resolve => holder.listen(0, "127.0.0.1", () => resolve()))
  const { port } = holder.address() as { port: number }
  const { status, complaint } = await run("serve", "--ledger", join(folder, "other"), "--port", String(port))
  holder.close()
  expect([status, complaint]).toEqual([
    1,
    `hearsay: 127.0.0.1:${port}: the port is taken by another program; choose another with --port, or --port 0 for any that is free\n`,
  ])
})

test("a port that is none is misuse", { skip: !existsSync(MAIN) }, async () => {
  expect((await run("serve", "--port", "99999")).status).toBe(2)
})
