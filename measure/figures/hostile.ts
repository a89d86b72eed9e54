import { evilSite, PAGES } from "../hostile/pages.ts"
import { REQUESTS } from "../hostile/requests.ts"
import { type Attempt, startTarget, type Target } from "../hostile/target.ts"

export const about = "what somebody may try on the server, over a real socket: none of it succeeds, and the server goes on"

/** How long the server may take to answer another, right after an attempt. */
const MOST_WAIT_MS = 5000

export async function measure([family]: readonly string[]): Promise<void> {
  let port = 0
  const target = await startTarget(evilSite(() => port))
  port = target.secret.port
  const all = [...PAGES, ...REQUESTS].filter(each => !family || each.family === family)
  const tally = new Map<string, { held: number; all: number }>()
  for (const each of all) {
    const wrong = await tried(each, target)
    const counts = tally.get(each.family) ?? { held: 0, all: 0 }
    tally.set(each.family, { held: counts.held + (wrong === null ? 1 : 0), all: counts.all + 1 })
    if (wrong !== null) console.log(`✗ ${each.family}: ${JSON.stringify(each.name)}: ${wrong}`)
  }
  const visits = target.secret.visits()
  await target.stop()
  print(tally, visits)
  if (visits > 0 || [...tally.values()].some(({ held, all }) => held < all)) process.exitCode = 1
}

async function tried({ attempt }: Attempt, target: Target): Promise<string | null> {
  try {
    const wrong = await attempt(target)
    return wrong ?? (await goesOn(target))
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : String(error)
  }
}

async function goesOn({ ask }: Target): Promise<string | null> {
  const begun = Date.now()
  const response = await ask("/api", { signal: AbortSignal.timeout(MOST_WAIT_MS) })
  return response.ok ? null : `then /api answered ${response.status} after ${Date.now() - begun} ms`
}

function print(tally: ReadonlyMap<string, { readonly held: number; readonly all: number }>, visits: number): void {
  for (const [family, { held, all }] of tally) console.log(`${family.padEnd(20)}${String(held).padStart(4)} of ${all} held off`)
  const sum = (field: "held" | "all") => [...tally.values()].reduce((total, each) => total + each[field], 0)
  console.log(
    `${"all".padEnd(20)}${String(sum("held")).padStart(4)} of ${sum("all")} held off; the secret server was opened ${visits} times`,
  )
}
