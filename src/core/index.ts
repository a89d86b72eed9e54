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
  HtmlPage,
  Known,
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
export { draw, type Look } from "./draw/index.ts"
export { FORMATS, type Format } from "./formats/index.ts"
export { type Model, type ModelFiles, openModel, type ReadOptions, read } from "./read.ts"
export type { Span } from "./span.ts"
