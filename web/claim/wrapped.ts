const MOST_LINES = 3

/** Words in lines of so many characters; what does not fit ends in “…”. */
export function wrapped(words: string, characters: number): readonly string[] {
  const lines: string[] = [""]
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line === "") lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= characters) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, MOST_LINES).map(line => clipped(line, characters))
  return lines.length > MOST_LINES ? [...kept.slice(0, -1), clipped(`${kept.at(-1)}……`, characters)] : kept
}

/** “Marran ministry co…”. */
export function clipped(line: string, characters: number): string {
  return line.length > characters ? `${line.slice(0, characters - 1).replace(/[\s…]+$/, "")}…` : line.replace(/…+$/, "…")
}
