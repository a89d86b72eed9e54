import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../train/corpora.ts"

/** Which files of the core each of its parts may import, besides its own. `read.ts` alone knows the order of the stages. */
const CORE = join(ROOT, "src/core")
const SHARED_NOUNS = ["data.ts", "span.ts", "hash.ts", "tree.ts", "bits.ts"]
const STAGES = ["article", "segment", "tag", "attribute", "resolve", "claim"]
/** A reading drawn for a terminal shows the board that the page shows. */
const BESIDES: Readonly<Record<string, readonly string[]>> = { draw: ["formats/index.ts"] }

/** Which rooms each room may import. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "src/core": [],
  "src/fetch": ["src/core"],
  "src/ledger": ["src/core"],
  model: ["src/core"],
  "src/db": [],
  "src/export": ["src/core", "src/ledger"],
  "src/server": ["src/core", "src/ledger", "src/export"],
  web: ["src/core", "src/server/contract"],
  "src/cli": ["src/core", "src/fetch", "src/ledger", "src/db", "src/export", "src/server", "model"],
  train: ["src/core", "model"],
}

/** Rooms that see behind a front door of the core: those that train and measure the stages themselves. */
const BEHIND_DOORS = new Set(["train", "measure", "test"])

interface Import {
  readonly file: string
  readonly target: string
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return files(path)
    return /\.tsx?$/.test(entry.name) && !/\.d\.ts$/.test(entry.name) ? [path] : []
  })
}

/** Relative imports, types included. */
function imports(file: string): Import[] {
  const source = readFileSync(file, "utf8")
  return [...source.matchAll(/(?:from|import\(|import)\s*"(\.[^"]+)"/g)].map(([, path]) => ({
    file,
    target: resolve(dirname(file), path!),
  }))
}

/** Which packages and built-in modules a file imports. */
function outside(file: string): string[] {
  const source = readFileSync(file, "utf8")
  return [...source.matchAll(/from\s+"([^."][^"]*)"/g)].map(([, name]) => name!)
}

const told = ({ file, target }: Import) => `${relative(ROOT, file)} imports ${relative(ROOT, target)}`
const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`)

describe("inside the core", () => {
  test.each([...STAGES, "formats", "draw"])("%s meets the others in data and spans alone", stage => {
    const own = join(CORE, stage)
    const allowed = new Set([...SHARED_NOUNS, ...(BESIDES[stage] ?? [])].map(name => join(CORE, name)))
    const over = files(own)
      .flatMap(imports)
      .filter(({ target }) => !isIn(target, own) && !allowed.has(target))
    expect(over.map(told)).toEqual([])
  })

  test("only the pipeline and the front door import a stage, and through its door", () => {
    const top = readdirSync(CORE).filter(name => name.endsWith(".ts"))
    for (const name of top) {
      const stages = imports(join(CORE, name)).filter(({ target }) => STAGES.some(stage => isIn(target, join(CORE, stage))))
      if (name !== "read.ts" && name !== "index.ts") expect(stages.map(told)).toEqual([])
      expect(stages.filter(({ target }) => !target.endsWith("/index.ts")).map(told)).toEqual([])
    }
  })

  test("nothing of Node, no clock, no chance", () => {
    for (const file of files(CORE)) {
      expect(
        outside(file).filter(name => name.startsWith("node:")),
        file,
      ).toEqual([])
      expect(/\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bprocess\.|\bsetTimeout\b|\basync\b/.test(code(file)), file).toBe(false)
    }
  })
})

describe("between the rooms", () => {
  test.each(Object.entries(ROOMS))("%s imports only %j", (room, allowed) => {
    const own = join(ROOT, room)
    const over = files(own)
      .flatMap(imports)
      .filter(({ target }) => !isIn(target, own) && !allowed.some(other => isIn(target, join(ROOT, other))))
    expect(over.map(told)).toEqual([])
  })

  test("the core is entered by its front door, except to train and measure its stages", () => {
    const over = ["src/fetch", "src/ledger", "src/export", "src/cli", "model"]
      .filter(room => !BEHIND_DOORS.has(room))
      .flatMap(room => files(join(ROOT, room)).flatMap(imports))
      .filter(({ target }) => isIn(target, CORE) && target !== join(CORE, "index.ts"))
    expect(over.map(told)).toEqual([])
  })

  test("the ledger and the drivers are entered by their front doors", () => {
    for (const room of ["src/ledger", "src/db", "src/export", "src/server"]) {
      const own = join(ROOT, room)
      const over = ["src/cli", "src/export", "src/server"]
        .filter(other => other !== room)
        .flatMap(other => files(join(ROOT, other)).flatMap(imports))
        .filter(({ target }) => isIn(target, own))
      expect(over.filter(({ target }) => target !== join(own, "index.ts")).map(told)).toEqual([])
    }
  })

  test("the ledger has no clock, no chance, nothing of Node, and no driver", () => {
    for (const file of files(join(ROOT, "src/ledger"))) {
      expect(
        outside(file).filter(name => name !== "kysely"),
        file,
      ).toEqual([])
      expect(/\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bprocess\.|\bsetTimeout\b/.test(code(file)), file).toBe(false)
    }
  })

  test("src/fetch alone opens a connection outward; the server listens in one place", () => {
    const all = ["src/core", "src/ledger", "src/export", "src/server", "src/cli", "model"].flatMap(room => files(join(ROOT, room)))
    const rooms = all.filter(file => file !== join(ROOT, "src/server/listen.ts"))
    const over = rooms.filter(
      file => outside(file).some(name => CONNECTIONS.has(name)) || /(?<![.\w])fetch\(|\bWebSocket\b/.test(code(file)),
    )
    expect(over.map(file => relative(ROOT, file))).toEqual([])
  })

  test("no ring of imports, types included", () => {
    const all = ["src", "model", "train", "measure", "test", "web"].flatMap(room => files(join(ROOT, room)))
    expect(ring(new Map(all.map(file => [file, imports(file).map(({ target }) => target)])))).toBeNull()
  })
})

/** What a connection is opened by. */
const CONNECTIONS = new Set(["undici", ...["http", "https", "http2", "net", "tls", "dgram"].flatMap(name => [name, `node:${name}`])])

/** The source without comments and strings. */
function code(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
}

/** One ring of imports, told from file to file; null when there is none. Depth first. */
function ring(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].map(each => relative(ROOT, each))
    if (done.has(file)) return null
    done.add(file)
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...path, file])
      if (found) return found
    }
    return null
  }
  for (const file of graph.keys()) {
    const found = visit(file, [])
    if (found) return found
  }
  return null
}
