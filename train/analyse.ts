import type { Prose, Tagged } from "../src/core/data.ts"

/** Text as an article is read up to its grammar: extract, segment, tag, with the very code that reading uses. */
export type Analyse = (text: string) => { readonly prose: Prose; readonly tagged: Tagged }
