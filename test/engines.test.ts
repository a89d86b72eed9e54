import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { satisfies } from "semver"
import { expect, test } from "vitest"
import { ROOT } from "../train/corpora.ts"

/** Package folders, scoped ones too, however deep they are nested. */
function packages(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => !name.startsWith("."))
    .flatMap(name =>
      name.startsWith("@") ? packages(join(folder, name)) : [join(folder, name), ...packages(join(folder, name, "node_modules"))],
    )
}

/** The oldest Node that the package promises to run on. */
const OLDEST = "20.19.0"

test("every installed package runs on Node 20.19", () => {
  const refusing = packages(join(ROOT, "node_modules")).flatMap(folder => {
    const file = join(folder, "package.json")
    if (!existsSync(file)) return []
    const { name, version, engines } = JSON.parse(readFileSync(file, "utf8")) as {
      name?: string
      version?: string
      engines?: { node?: string }
    }
    return engines?.node && !satisfies(OLDEST, engines.node) ? [`${name}@${version} wants Node ${engines.node}`] : []
  })
  expect(refusing).toEqual([])
})

test("nothing that is installed with the package runs a script when it is", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: Record<string, string> }
  const scripted = Object.keys(dependencies).filter(name => {
    const { scripts = {} } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as {
      scripts?: Record<string, string>
    }
    return ["preinstall", "install", "postinstall"].some(each => scripts[each])
  })
  expect(scripted).toEqual([])
})
