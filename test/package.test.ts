import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../train/corpora.ts"

interface Packed {
  readonly files: readonly { readonly path: string }[]
}

/** What would be published, built as `prepack` builds it. */
function packed(): string[] {
  execFileSync("npm", ["run", "--silent", "prepack"], { cwd: ROOT, stdio: "pipe" })
  const told = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: ROOT, encoding: "utf8", stdio: "pipe" })
  const [{ files }] = JSON.parse(told) as [Packed]
  return files.map(({ path }) => path)
}

/** Every file a user may name by the package: the doors of `exports`, and the command. */
function doors(): string[] {
  const { exports, bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
    readonly bin: Readonly<Record<string, string>>
  }
  const targets = [...Object.values(exports), bin].flatMap(each => (typeof each === "string" ? [each] : Object.values(each)))
  return targets.filter(path => !path.includes("*")).map(path => path.replace(/^\.\//, ""))
}

describe("the package", () => {
  let files: readonly string[] = []
  beforeAll(() => {
    files = packed()
  }, 120_000)

  test("holds every door, the weights, their card and the licence", () => {
    const wanted = [...doors(), "model/tagging.bin", "model/attribution.bin", "model/CARD.md", "LICENSE", "README.md", "CHANGELOG.md"]
    expect(wanted.filter(path => !files.includes(path))).toEqual([])
  })

  test("holds no more than 5 MB of weights", () => {
    const weights = files.filter(path => path.startsWith("model/") && path.endsWith(".bin"))
    expect(weights.reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0)).toBeLessThanOrEqual(5_000_000)
  })

  test("holds what each built file imports", () => {
    const built = files.filter(path => path.endsWith(".js") && !path.startsWith("dist/browser/"))
    const missing = built.flatMap(path =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)]
        .map(([, target]) => join(path, "..", target!))
        .filter(target => !files.includes(target)),
    )
    expect(missing).toEqual([])
  })

  test("holds no test, no training, no measure, no source, and nothing that is not there", () => {
    const strays = files.filter(path => /^(test|train|measure|src|examples|dist\/(test|train|measure))\//.test(path))
    const sources = files.filter(path => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    expect([...strays, ...sources, ...files.filter(path => /\.(map|tsbuildinfo)$/.test(path))]).toEqual([])
    expect(files.filter(path => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
