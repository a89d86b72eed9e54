import { loadModel } from "../../model/index.ts"
import { attribute, type Point } from "../../src/core/attribute/index.ts"
import type { Attribution, Role } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"
import { type TagOptions, tag } from "../../src/core/tag/index.ts"
import { lines } from "../segment/given.ts"

const model = loadModel()

/** What is found in a text whose lines are its paragraphs, all of one role. */
export function found(text: string, role: Role = "paragraph", point: Point = "balanced", options: TagOptions = {}): readonly Attribution[] {
  const blocks = lines(text).map(block => ({ ...block, role }))
  const prose = segment({ text, blocks })
  return attribute(prose, tag(prose, model.tagging, options), model.attribution, { point })
}
