export type {
  Act,
  Agent,
  AgentKind,
  Article,
  Attribution,
  Block,
  Certainty,
  Citing,
  Claim,
  Doubt,
  Form,
  Gist,
  HtmlPage,
  Known,
  Link,
  Origin,
  Page,
  Position,
  Quotation,
  Reading,
  RecordPage,
  Role,
  Said,
  Sentence,
  Stance,
  Statement,
  TextPage,
} from "./data.ts"
export { Unreadable } from "./data.ts"
export { draw, harmless, type Ink, inked, type Look, wrapped } from "./draw/index.ts"
export {
  ANNOTATION_CONTEXT,
  type Annotated,
  annotation,
  type Cell,
  CSV_BEGINS,
  codePoints,
  counted,
  csvLine,
  dateInWords,
  FORMATS,
  type Format,
  iriOf,
  named,
  STANCE_WORDS,
  STANCES,
  TERMS,
} from "./formats/index.ts"
export { idOf } from "./hash.ts"
export { type Model, type ModelFiles, openModel, type ReadOptions, read } from "./read.ts"
export { segment } from "./segment/index.ts"
export type { Span } from "./span.ts"
