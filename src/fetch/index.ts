export { FetchFailed } from "./failure.ts"
export { type Allows, specialRange } from "./guard.ts"
export { type FetchOptions, fetchPage } from "./page.ts"
