import { parentPort, workerData } from "node:worker_threads"
import { Pool } from "undici"

/** What a load is made of. */
export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** By name, addresses that are asked for in turn. */
  readonly paths: Readonly<Record<string, readonly string[]>>
}

/** Per name of the paths: how long each answer took, in milliseconds; and how many were no answer. */
export interface Loaded {
  readonly took: Readonly<Record<string, readonly number[]>>
  readonly errors: Readonly<Record<string, number>>
}

/** Asks as fast as it is answered, over so many connections, in a thread of its own. */
async function run({ url, connections, seconds, paths }: Load): Promise<Loaded> {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const names = Object.keys(paths)
  const took = Object.fromEntries(names.map(name => [name, [] as number[]]))
  const errors = Object.fromEntries(names.map(name => [name, 0]))
  const end = performance.now() + seconds * 1000
  const client = async (first: number) => {
    for (let turn = first; performance.now() < end; turn++) {
      const name = names[turn % names.length]!
      const own = paths[name]!
      const begun = performance.now()
      const ok = await asked(pool, own[Math.floor(turn / names.length) % own.length]!)
      took[name]!.push(performance.now() - begun)
      if (!ok) errors[name]!++
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, at) => client(at)))
  await pool.close()
  return { took, errors }
}

async function asked(pool: Pool, path: string): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({ path, method: "GET" })
    await body.dump()
    return statusCode === 200
  } catch {
    return false
  }
}

parentPort?.postMessage(await run(workerData as Load))
