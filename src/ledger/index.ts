export {
  agent,
  agents,
  article,
  articles,
  board,
  boardOf,
  changes,
  claim,
  claims,
  extent,
  isAgent,
  judgements,
  type Named,
  type News,
  newestPlace,
  newsAfter,
  revision,
  saidBy,
  saidOn,
  unnamed,
  unnamedOf,
} from "./ask/index.ts"
export { checkedEntry, checkedReading, looksLikeEntry, looksLikeReading } from "./check.ts"
export type * from "./data.ts"
export type { Db, Tables } from "./db.ts"
export {
  type EveryAgent,
  type EveryArticle,
  type EveryClaim,
  everyAgent,
  everyArticle,
  everyClaim,
  everyJudgement,
  snapshot,
} from "./every.ts"
export { inFile, inTable } from "./journal.ts"
export { type Entered, enter, entriesOf, type Ledger, openLedger, type Replay, rebuild } from "./ledger.ts"
export { type Outcome, pageKey } from "./record/index.ts"
export { Refused } from "./refused.ts"
export { meta, migrate, NEWEST, setMeta } from "./schema/index.ts"
