import type { Format } from "../format.ts"
import { pageOf } from "./page.ts"

/**
 * A page to look at: the claim board, and the article with its words marked and a margin that says who says what. It is whole in itself:
 * no script, nothing loaded, and nothing in the article's text can do anything.
 */
export const html: Format = {
  name: "html",
  extension: ".html",
  many: false,
  head: "",
  between: "",
  foot: "",
  write: pageOf,
  beside: null,
}
