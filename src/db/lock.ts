import { linkSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer, type Server } from "node:net"
import { join } from "node:path"
import { Unavailable } from "./failure.ts"

/** A folder that is ours until `release`, or until this process ends in whatever way. */
export interface Lock {
  readonly release: () => Promise<void>
}

/**
 * Takes the folder for this process, before anything in it is opened: two processes on one embedded database destroy it. Whoever holds it
 * listens on a socket in the folder; the kernel closes that when the process dies, so that no lock is ever left behind by a crash.
 * Locks are numbered: a new one takes the next number by an atomic link, and counts only when no other is alive once it is there, so
 * that two who find a dead lock at once cannot both win. Throws `Unavailable`, naming who holds it.
 */
export async function lockFolder(folder: string, told: string): Promise<Lock> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await refuseIfHeld(folder, null)
    const own = join(folder, `${PREFIX}new-${process.pid}-${attempt}`)
    const server = await listen(folder, own)
    const name = claimed(folder, own)
    if (name && !(await holderOf(folder, name))) return settled(folder, name, server, told)
    await closed(server)
    if (name) rmSync(join(folder, name), { force: true })
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS * (1 + (process.pid % 7) + attempt)))
  }
  throw heldBy(folder)
}

const ATTEMPTS = 5
const PAUSE_MS = 20
const PREFIX = "lock-"
const OWNER = "owner.json"

async function refuseIfHeld(folder: string, but: string | null): Promise<void> {
  if (await holderOf(folder, but)) throw heldBy(folder)
}

/** The name of a live lock, other than the one given; null when there is none. */
async function holderOf(folder: string, but: string | null): Promise<string | null> {
  for (const name of locksIn(folder)) if (name !== but && (await isAlive(pathFor(folder, name)))) return name
  return null
}

function locksIn(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => /^lock-\d+$/.test(name))
}

/** Links the socket to the next free number; null when another was quicker. */
function claimed(folder: string, own: string): string | null {
  const numbers = locksIn(folder).map(name => Number(name.slice(PREFIX.length)))
  const name = `${PREFIX}${Math.max(0, ...numbers) + 1}`
  try {
    linkSync(own, join(folder, name))
    return name
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return null
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function settled(folder: string, name: string, server: Server, told: string): Lock {
  for (const other of locksIn(folder)) if (other !== name) rmSync(join(folder, other), { force: true })
  writeFileSync(join(folder, OWNER), JSON.stringify({ pid: process.pid, doing: told, since: new Date().toISOString() }))
  return { release: () => closed(server) }
}

function listen(folder: string, path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once("error", reject)
    server.listen(pathFor(folder, path.slice(folder.length + 1)), () => {
      server.unref()
      resolve(server)
    })
  })
}

/** Node unlinks the path it bound when it closes; the numbered link stays, dead, and the next lock takes its number from it. */
function closed(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()))
}

function isAlive(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", error => resolve(!DEAD.has((error as NodeJS.ErrnoException).code ?? "")))
  })
}

/** Anything else (too many waiting, no permission) is taken for life: better refuse than destroy. */
const DEAD: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOENT"])

/** The address of a socket holds about a hundred bytes; a longer path goes by way of the folder's open handle, where Linux has one. */
function pathFor(folder: string, name: string): string {
  const path = join(folder, name)
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path
  if (process.platform !== "linux")
    throw new Unavailable(folder, "its path is too long for a lock", { remedy: "choose a folder with a shorter path" })
  const handle = handles.get(folder) ?? openSync(folder, "r")
  handles.set(folder, handle)
  return `/proc/self/fd/${handle}/${name}`
}

const LONGEST_SOCKET_PATH = 100
/** Open handles of folders with long paths; one each, for the life of the process. */
const handles = new Map<string, number>()

function heldBy(folder: string): Unavailable {
  const owner = ownerOf(folder)
  const who = owner ? `process ${owner.pid} (${owner.doing}) since ${owner.since.slice(0, 16).replace("T", " ")}` : "another process"
  return new Unavailable(folder, `the ledger is in use by ${who}`, {
    remedy: "wait until it is done, or keep the ledger in PostgreSQL, which serves many at once",
    passing: true,
  })
}

function ownerOf(folder: string): { readonly pid: number; readonly doing: string; readonly since: string } | null {
  try {
    return JSON.parse(readFileSync(join(folder, OWNER), "utf8"))
  } catch {
    return null
  }
}
