import { existsSync, readFileSync } from "node:fs"
import { type Model, type ModelFiles, openModel } from "../src/core/index.ts"

/** The weights that come with the package, opened. Reads the disk once; for use in Node. */
export function loadModel(): Model {
  return openModel(modelFiles())
}

/** The bytes of the weights that come with the package. */
export function modelFiles(): ModelFiles {
  return { tagging: bytesOf("tagging.bin"), attribution: bytesOf("attribution.bin") }
}

/** The weights lie in `model/`, beside this file in the source and two folders up from the built one. */
function bytesOf(file: string): Uint8Array {
  const beside = new URL(file, import.meta.url)
  return readFileSync(existsSync(beside) ? beside : new URL(`../../model/${file}`, import.meta.url))
}
