import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"

/** A PostgreSQL of our own on this machine's loopback, in a folder that goes with it. */
export interface Server {
  /** A new empty database; gives its address. */
  readonly database: (name: string) => Promise<string>
  /** As a power cut would: every connection breaks, and it recovers from its log. */
  readonly restart: () => void
  readonly stop: () => void
}

/** Starts the newest PostgreSQL that is installed; null where none is. Under root it runs as the user “postgres”, who came with it. */
export async function startPostgres(): Promise<Server | null> {
  const programs = programsFolder()
  if (!programs) return null
  const folder = mkdtempSync(join(tmpdir(), "hearsay-postgres-"))
  if (isRoot()) execFileSync("chown", ["postgres", folder])
  chmodSync(folder, 0o700)
  const port = await freePort()
  const data = join(folder, "data")
  const run = (program: string, ...args: string[]) => asServer(join(programs, program), args)
  run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
  const control = (...args: string[]) => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), ...args)
  const options = `-p ${port} -h 127.0.0.1 -k ${folder}`
  control("-o", options, "start")
  const stop = () => {
    control("-m", "immediate", "stop")
    rmSync(folder, { recursive: true, force: true })
  }
  // A measure that is broken off leaves no server behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      stop()
      process.exit(1)
    })
  return {
    async database(name) {
      await ask(port, "postgres", `drop database if exists ${name} with (force)`)
      await ask(port, "postgres", `create database ${name}`)
      return `postgres://postgres@127.0.0.1:${port}/${name}`
    },
    restart() {
      control("-m", "immediate", "-o", options, "restart")
    },
    stop,
  }
}

function programsFolder(): string | null {
  try {
    const versions = readdirSync(DEBIAN).filter(name => /^\d+$/.test(name))
    const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
    return newest ? join(DEBIAN, newest, "bin") : null
  } catch {
    return null
  }
}

/** Where Debian and its kin put each version. */
const DEBIAN = "/usr/lib/postgresql"

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function asServer(program: string, args: readonly string[]): void {
  const [command, given] = isRoot()
    ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, ...args]]
    : [program, args]
  execFileSync(command as string, given as string[], { stdio: "ignore", cwd: "/" })
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}

async function ask(port: number, database: string, statement: string): Promise<void> {
  const client = new Client(`postgres://postgres@127.0.0.1:${port}/${database}`)
  await client.connect()
  await client.query(statement)
  await client.end()
}
