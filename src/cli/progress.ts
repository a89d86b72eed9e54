/** A line that tells how far the work is, written over itself. */
export interface Progress {
  readonly at: (name: string) => void
  /** Takes the line away, before another line is printed or at the end. */
  readonly clear: () => void
}

/** For a terminal at hand: “12 done · stories.jsonl:17”. Draws ten times a second at most. */
export function progressOn(terminal: NodeJS.WriteStream): Progress {
  let done = 0
  let drawn = 0
  return {
    at(name) {
      done++
      if (Date.now() - drawn < PAUSE_MS) return
      drawn = Date.now()
      const line = `reading page ${done} · ${name}`.replace(/[^\P{C}]/gu, " ")
      terminal.write(`\r\u001b[K${[...line].slice(0, (terminal.columns || 80) - 1).join("")}`)
    },
    clear() {
      if (drawn > 0) terminal.write("\r\u001b[K")
      drawn = 0
    },
  }
}

const PAUSE_MS = 100

/** For when nobody watches. */
export const noProgress: Progress = { at() {}, clear() {} }
