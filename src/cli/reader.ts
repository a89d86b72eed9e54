import { Worker } from "node:worker_threads"
import { type Page, type Reading, Unreadable } from "../core/index.ts"

/** Reads pages in a thread of its own, one after another. */
export interface Reader {
  readonly read: (page: Page) => Promise<Reading>
  readonly stop: () => Promise<void>
}

/** What the thread answers. */
export type Answer =
  | { readonly reading: Reading }
  | { readonly unreadable: { readonly rule: string; readonly reason: string; readonly remedy: string } }
  | { readonly fault: string }

/** The longest articles known take a second. */
const PATIENCE_MS = 60_000
const MOST_MEMORY_MB = 2048

/** Makes a reader. A page that takes too long, or more memory than there is, ends its thread and no more; the next page finds a new one. */
export function makeReader(): Reader {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = async () => {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  return {
    read(page) {
      const made = last.then(() => {
        worker ??= started()
        return answerOf(worker, page)
      })
      last = made.catch(async error => {
        if (!(error instanceof Unreadable) || error.rule === "too-slow") await end()
      })
      return made
    },
    stop: end,
  }
}

function started(): Worker {
  const worker = new Worker(new URL("./reader-thread.js", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
  worker.unref()
  return worker
}

function answerOf(worker: Worker, page: Page): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off("message", heard).off("error", failed)
      act()
    }
    const failed = (error: unknown) => settle(() => reject(error))
    const heard = (answer: Answer) => settle(() => ("reading" in answer ? resolve(answer.reading) : reject(errorOf(answer))))
    const timer = setTimeout(
      () => failed(new Unreadable("too-slow", "reading it took longer than a minute", "split it into its articles")),
      PATIENCE_MS,
    )
    worker.once("message", heard).once("error", failed)
    worker.postMessage(page)
  })
}

function errorOf(answer: Exclude<Answer, { readonly reading: Reading }>): Error {
  if ("fault" in answer) return new Error(answer.fault)
  const { rule, reason, remedy } = answer.unreadable
  return new Unreadable(rule, reason, remedy)
}
