import type { Article, HtmlPage } from "../data.ts"
import { bodyOf } from "./body.ts"
import { removeClutter } from "./clutter.ts"
import { decode, refuseUnfit } from "./decode.ts"
import { parse } from "./dom.ts"
import { lean } from "./markup.ts"
import { readMeta } from "./meta.ts"
import { survey } from "./survey.ts"

export function extractHtml(page: HtmlPage) {
  const source = typeof page.content === "string" ? page.content : decode(page.content, page.charset)
  refuseUnfit(source)
  const { html, data } = lean(source)
  const document = parse(html)
  const meta = readMeta(document, data)
  const seen = survey(document)
  removeClutter(seen, seen.letters[0]! - seen.linked[0]!)
  const body = bodyOf(document)
  return { meta, body }
}
