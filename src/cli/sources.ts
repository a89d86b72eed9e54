import type { Page, Reading } from "../core/index.ts"
import { complaint, troubleOf } from "./complaint.ts"
import { CannotWrite, type Destination } from "./destination.ts"
import type { Progress } from "./progress.ts"
import { type Given, nameOf, pagesOf, type World } from "./source.ts"

export interface Job {
  readonly sources: readonly string[]
  readonly given: Given
  readonly read: (page: Page) => Reading
  readonly world: World
  readonly destination: Destination
  readonly progress: Progress
  /** Told each failure, in one line. */
  readonly complain: (line: string) => void
}

/**
 * Reads every source, one after another, and puts the readings down as they are made; memory does not grow with their number.
 * A page that fails is one complaint, and the others are done. Gives the exit status: 0, or 1 when a page failed.
 */
export async function readSources(job: Job): Promise<0 | 1> {
  let failed = 0
  try {
    for (const source of job.sources) failed += await readSource(source, job)
    await job.destination.close()
  } catch (error) {
    job.destination.abandon()
    if (!(error instanceof CannotWrite)) throw error
    if (error.readerLeft) return failed > 0 ? 1 : 0
    job.progress.clear()
    job.complain(complaint(error.place, { reason: error.message, remedy: error.remedy }))
    return 1
  }
  job.progress.clear()
  return failed > 0 ? 1 : 0
}

/** How many pages of the source failed. */
async function readSource(source: string, { given, read, world, destination, progress, complain }: Job): Promise<number> {
  let failed = 0
  for await (const found of pagesOf(source, given, world)) {
    progress.at(nameOf(found))
    try {
      if ("failure" in found) throw found.failure
      if (!("page" in found)) continue
      await destination.put(found, read(found.page))
    } catch (error) {
      if (error instanceof CannotWrite) throw error
      failed++
      progress.clear()
      complain(complaint(nameOf(found), troubleOf(error)))
    }
  }
  await destination.endSource()
  return failed
}
