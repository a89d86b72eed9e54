import { loadModel } from "../../model/index.ts"
import { read } from "../core/index.ts"
import { remark } from "./complaint.ts"
import { type Destination, toStream } from "./destination.ts"
import { toFolder } from "./folder.ts"
import { formOf } from "./form.ts"
import { lookOf, PLAIN } from "./look.ts"
import { noProgress, progressOn } from "./progress.ts"
import type { Given, World } from "./source.ts"
import { readSources } from "./sources.ts"

/** The options of `hearsay read`, as the command line gives them. */
export interface ReadOptions {
  readonly published?: string
  readonly publisher?: string
  readonly url?: string
  readonly format: string
  readonly json?: true
  readonly out?: string
  readonly fast?: true
  readonly precise?: true
  readonly allowPrivate?: true
}

/** Runs `hearsay read` for a command line already checked; gives the exit status. The model is loaded once for all sources. */
export async function runRead(sources: readonly string[], options: ReadOptions): Promise<0 | 1> {
  const model = loadModel()
  const destination = destinationOf(sources, options)
  if (options.out !== undefined) leaveNothingHalfWritten(destination)
  return readSources({
    sources,
    given: givenBy(options),
    read: page => read(page, model, { fast: options.fast === true, point: options.precise ? "precise" : "balanced" }),
    world: worldOf(options),
    destination,
    progress: options.out && process.stderr.isTTY ? progressOn(process.stderr) : noProgress,
    complain: line => console.error(line),
  })
}

function destinationOf(sources: readonly string[], { out, format }: ReadOptions): Destination {
  if (out === undefined) return toStream(formOf(format, lookOf(process.stdout)), process.stdout, sources.length > 1)
  return toFolder(formOf(format, PLAIN), { path: out, sources, note: words => console.error(remark(words)) })
}

function givenBy({ published, publisher, url }: ReadOptions): Given {
  return { ...(published && { published }), ...(publisher && { publisher }), ...(url && { url }) }
}

/** The room that opens connections is loaded when the first address comes. */
function worldOf({ allowPrivate }: ReadOptions): World {
  return {
    fetchPage: async url => (await import("../fetch/index.ts")).fetchPage(url, { allowPrivate: allowPrivate === true }),
    stdin: process.stdin,
  }
}

/** A file begun and not finished goes when the work is broken off. Heard between two pages, since reading one is not interrupted. */
function leaveNothingHalfWritten(destination: Destination): void {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.once(signal, () => {
      destination.abandon()
      process.exit(status)
    })
}
