export { type Case, cases, type Drawn, draw, drawnAs } from "../measure/cases/index.ts"
