import { useEffect, useState } from "preact/hooks"
import { asTrouble, type Trouble, troubleIn } from "./problem.ts"

/** What came of a question. While a new answer is on its way, the one before stays to be looked at. */
export interface Answered<T> {
  readonly answer: T | null
  readonly trouble: Trouble | null
  readonly waiting: boolean
}

/** Answers that were shown lately, so that going back shows them at once. Whether they still hold is asked all the same. */
const kept = new Map<string, unknown>()
const MOST_KEPT = 60

const renewals = new Set<() => void>()

/** Asks everything on the screen again: the ledger has changed. */
export function renew(): void {
  for (const again of renewals) again()
}

/** Asks the server once. Throws `Trouble`. */
export async function ask<T>(path: string, signal: AbortSignal | null = null): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: "application/json" } })
  if (!response.ok) throw await troubleIn(response)
  const answer = (await response.json()) as T
  keep(path, answer)
  return answer
}

function keep(path: string, answer: unknown): void {
  kept.delete(path)
  kept.set(path, answer)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

/** The answer to a question, kept up to date; null asks nothing. */
export function useAnswer<T>(path: string | null): Answered<T> {
  const [held, hold] = useState<Answered<T> & { readonly path: string | null }>(() => ({ path, ...atHand<T>(path) }))
  const round = useRound()
  useEffect(() => {
    if (path === null) return
    const leaving = new AbortController()
    hold(before => ({ path, ...(kept.has(path) ? atHand<T>(path) : { answer: before.answer, trouble: null, waiting: true }) }))
    ask<T>(path, leaving.signal).then(
      answer => leaving.signal.aborted || hold({ path, answer, trouble: null, waiting: false }),
      thrown => leaving.signal.aborted || hold({ path, answer: null, trouble: asTrouble(thrown), waiting: false }),
    )
    return () => leaving.abort()
  }, [path, round])
  return held
}

function atHand<T>(path: string | null): Answered<T> {
  const answer = path === null ? null : ((kept.get(path) as T | undefined) ?? null)
  return { answer, trouble: null, waiting: path !== null }
}

/** Counts how often everything was to be asked again. */
function useRound(): number {
  const [round, setRound] = useState(0)
  useEffect(() => {
    const again = () => setRound(count => count + 1)
    renewals.add(again)
    return () => void renewals.delete(again)
  }, [])
  return round
}
