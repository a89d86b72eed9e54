import { parentPort } from "node:worker_threads"
import { loadModel } from "../../model/index.ts"
import { type Model, type Page, read, Unreadable } from "../core/index.ts"
import type { Answer } from "./reader.ts"

/** The thread in which a server reads: pages come in, readings go out. */
let model: Model | null = null

parentPort?.on("message", (page: Page) => {
  parentPort?.postMessage(answerTo(page))
})

function answerTo(page: Page): Answer {
  try {
    model ??= loadModel()
    return { reading: read(page, model) }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: { rule: error.rule, reason: error.message, remedy: error.remedy } }
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}
