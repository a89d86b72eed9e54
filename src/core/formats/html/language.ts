import type { Article } from "../../data.ts"
import { type Markup, markup } from "./markup.ts"

/** A language attribute, where the article names one as BCP 47 has it. */
export function language({ language }: Article): Markup | null {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? markup` lang="${language}"` : null
}
