/** A name, taken apart for comparison: lower case, no accents, no dots, no title before it, no “Jr.” behind it. */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/(?<=\b\p{L})\./gu, "")
  const words = plain.match(/[\p{L}\p{N}]+(?:[’'&-][\p{L}\p{N}]+)*/gu) ?? []
  const bare = words.filter((word, at) => !(at === 0 && word === "the"))
  while (bare.length > 1 && TITLES.has(bare[0]!)) bare.shift()
  if (bare.length > 2 && /^(jr|sr|i{2,3}|iv)$/.test(bare.at(-1)!)) bare.pop()
  return bare
}

const TITLES = new Set(
  "mr mrs ms miss mx dr sir dame lord lady madam prof professor president vice-president senator sen rep representative congressman congresswoman gov governor mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt detective det inspector king queen prince princess pope minister secretary chancellor ambassador mp mk".split(
    " ",
  ),
)

/** “Bob” is “Robert”: given names by their short forms, each line headed by the full one. */
const SHORT_NAMES = new Map(
  `robert bob bobby rob robbie
   william bill billy will
   richard dick rick rich
   james jim jimmy jamie
   john jack johnny
   joseph joe joey
   joanna jo joan
   michael mike mick mickey
   thomas tom tommy
   david dave
   daniel dan danny
   edward ed eddie ted
   charles charlie chuck
   anthony tony
   andrew andy drew
   steven stephen steve
   christopher chris
   matthew matt
   nicholas nick
   gregory greg
   kenneth ken
   ronald ron
   donald don
   timothy tim
   jeffrey jeff geoffrey
   lawrence larry
   samuel sam
   benjamin ben
   alexander alex
   patrick pat
   peter pete
   philip phil phillip
   katherine catherine kathryn kate kathy cathy katie
   elizabeth liz beth betty
   margaret maggie peggy
   susan sue
   deborah debbie
   patricia patty trish
   barbara barb
   jennifer jen jenny
   rebecca becky
   victoria vicky
   theresa therese terry`
    .split("\n")
    .flatMap(line => {
      const [full, ...short] = line.trim().split(" ")
      return short.map((name): [string, string] => [name, full!])
    }),
)

/** The full form of a given name: “bob” → “robert”. */
export function fullGiven(name: string): string {
  return SHORT_NAMES.get(name) ?? name
}

/** Whether two given names can be one person's: the same, a short form, or an initial: “R.” and “Robert”. */
export function sameGiven(a: string, b: string): boolean {
  if (fullGiven(a) === fullGiven(b)) return true
  return (a.length === 1 || b.length === 1) && (fullGiven(a)[0] === fullGiven(b)[0] || a[0] === b[0])
}

/** “National Port Council” → “npc”; empty for fewer than two words. */
export function initialsOf(words: readonly string[]): string {
  const own = words.filter(word => !SMALL_WORDS.has(word))
  return own.length < 2 ? "" : own.map(word => word[0]).join("")
}

const SMALL_WORDS = new Set(["of", "the", "for", "and", "in", "on", "to", "a", "an", "de", "&"])

/** What an outlet is known by in addresses: “harborpost”, “hpost”, “hp” for “The Harbor Post”. */
export function outletKeys(words: readonly string[]): readonly string[] {
  const squeezed = words.join("").replace(/[^\p{L}\p{N}]/gu, "")
  const short =
    words.length > 1
      ? words
          .slice(0, -1)
          .map(word => word[0])
          .join("") + words.at(-1)!
      : ""
  return [squeezed, `the${squeezed}`, short, words.length > 2 ? initialsOf(words) : ""].filter(key => key.length > 1)
}

/** Whether a name is an address: “harborpost.example”, “news.harborpost.co.uk”. */
export function isDomain(name: string): boolean {
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name.trim()) && !name.includes(" ")
}

/** The part of an address that names the outlet: “news.harborpost.co.uk” → “harborpost”. */
export function domainWord(domain: string): string {
  const labels = domain
    .toLowerCase()
    .replace(/^www\d?\./, "")
    .split(".")
  let end = labels.length - 1
  while (end > 1 && labels[end - 1]!.length <= 3 && /^(co|com|org|net|gov|ac|edu|gen|nic|or|ne)$/.test(labels[end - 1]!)) end--
  return labels[end - 1]!.replaceAll("-", "")
}
