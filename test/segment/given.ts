export { cut, lines } from "../../measure/cases/index.ts"
