import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

/** `npm run measure -- NAME [ARGUMENT…]`: runs `measure/NAME.ts`, which prints its figures. Without a name, lists them. */
interface Measure {
  readonly about: string
  readonly measure: (args: readonly string[]) => Promise<void> | void
}

const here = dirname(fileURLToPath(import.meta.url))
const measures = readdirSync(join(here, "figures"))
  .filter(file => file.endsWith(".js"))
  .map(file => file.slice(0, -".js".length))

const [name, ...args] = process.argv.slice(2)
if (name && measures.includes(name)) await (await load(name)).measure(args)
else await list()

async function load(name: string): Promise<Measure> {
  return await import(pathToFileURL(join(here, "figures", `${name}.js`)).href)
}

async function list(): Promise<void> {
  if (name) process.exitCode = 2
  if (name) console.error(`There is no measure called ${name}. There are:`)
  for (const each of measures) console.log(`${each.padEnd(14)}${(await load(each)).about}`)
}
