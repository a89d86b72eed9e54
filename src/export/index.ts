export { EXPORTS, exported } from "./formats.ts"
export { TABLES, tablesInWords } from "./tables.ts"
