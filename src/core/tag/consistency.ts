import { NAME_KINDS, type NamedRun } from "./names.ts"
import type { Words } from "./words.ts"

/**
 * One document, one kind: the finder sees a name at a time, and calls “Ruiz” a place where the sentence says little. Every name of several words
 * takes the kind that the same words have most often in the document; a single word takes the kind of the person, body or place whose
 * full name begins or ends with it (“Ruiz” after “Elena Ruiz”), and else what it is most often.
 */
export function consistent(words: Words, runs: readonly NamedRun[]): NamedRun[] {
  const byName = votesBy(words, runs, runKey)
  const byLastWord = votesBy(words, runs, (each, run) => (run.last - run.first > 1 ? String(each.wordOf[run.last - 1]) : null))
  return runs.map(run => {
    const key = runKey(words, run)
    const full = run.last - run.first === 1 ? kindOf(byLastWord.get(key)) : null
    const kind = full === "person" ? full : kindOf(byName.get(key))
    return kind && kind !== run.kind ? { ...run, kind } : run
  })
}

function runKey(words: Words, { first, last }: NamedRun): string {
  return words.wordOf.subarray(first, last).join(" ")
}

type Votes = Map<string, Int32Array>

function votesBy(words: Words, runs: readonly NamedRun[], keyOf: (words: Words, run: NamedRun) => string | null): Votes {
  const votes: Votes = new Map()
  for (const run of runs) {
    const key = keyOf(words, run)
    if (key === null) continue
    const counts = votes.get(key) ?? new Int32Array(NAME_KINDS.length)
    counts[NAME_KINDS.indexOf(run.kind)]!++
    votes.set(key, counts)
  }
  return votes
}

/** The kind with more votes than any other; null when two have as many. */
function kindOf(votes: Int32Array | undefined): NamedRun["kind"] | null {
  if (!votes) return null
  const most = Math.max(...votes)
  return votes.filter(count => count === most).length === 1 ? NAME_KINDS[votes.indexOf(most)]! : null
}
