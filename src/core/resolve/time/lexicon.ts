import type { Unit } from "./value.ts"

/**
 * Every word that can stand in a time expression, as one letter, so that a rule is a pattern over letters: “last week” is `lU`.
 *
 * | letter | words | letter | words |
 * |---|---|---|---|
 * | `M` | January, Jan. | `l` | last, past, previous |
 * | `D` | Monday, Mon. | `t` | this, current, latest |
 * | `U` | day, week, month, decade | `x` | next, coming, following |
 * | `Y` `Q` | year; quarter | `C` `W` | hour, minute, second; weekend |
 * | `S` | spring, fall | `w` | that, same |
 * | `P` | morning, night | `r` | the, its, their |
 * | `H` | Christmas | `a` | a, an |
 * | `T` | today, yesterday | `g` | ago |
 * | `K` | now, recently | `e` | earlier, before |
 * | `n` | 3, three | `f` | later, after |
 * | `o` | 3rd, third | `b` | early, late, mid, end |
 * | `y` | 1989 | `v` | several, few, many |
 * | `z` | 1990s, nineties | `q` | about, nearly, almost |
 * | `d` | 11/02/89, 2024-11-02 | `j` | each, every |
 * | `h` | 9:30 | `c` | fiscal |
 * | `m` | a.m., p.m. | `i` | in, of |
 * | `Z` | EST, GMT | `O` | old |
 * | `p` | period | `s` | daily, weekly |
 * | `-` `,` `'` `&` | hyphen, comma, possessive, and/or/to | `u` | future |
 * | `k` `F` | recent; half | `G` | Q3 |
 * | `.` | any other | | |
 */
export interface Word {
  readonly letter: string
  /** What the word counts or names: 11 for November, 0 for Sunday, 3 for “third”; 0 where it says nothing. */
  readonly number: number
  readonly unit?: Unit
}

const WORDS = new Map<string, Word>()

function enter(letter: string, words: string, number = 0): void {
  for (const word of words.trim().split(/\s+/)) WORDS.set(word, { letter, number })
}

function enterAll(letter: string, lists: readonly string[], from: number): void {
  lists.forEach((words, at) => {
    enter(letter, words, from + at)
  })
}

enterAll(
  "M",
  "january jan jan.|february feb feb.|march mar.|april apr apr.|may|june jun jun.|july jul jul.|august aug aug.|september sept sept. sep sep.|october oct oct.|november nov nov.|december dec dec.".split(
    "|",
  ),
  1,
)
enterAll(
  "D",
  "sunday sun. sundays|monday mon. mondays|tuesday tue. tues. tuesdays|wednesday wed. wednesdays|thursday thu. thur. thurs. thursdays|friday fri. fridays|saturday sat. saturdays".split(
    "|",
  ),
  0,
)
enterAll(
  "n",
  "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty".split(
    "|",
  ),
  0,
)
"thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, at) => {
  enter("n", word, 30 + 10 * at)
})
enter("n", "hundred", 100)
enter("n", "thousand", 1000)
enter("n", "dozen", 12)
enterAll(
  "o",
  "first 1st|second 2nd|third 3rd|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth".split(
    "|",
  ),
  1,
)
enterAll("z", "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties".split("|"), 192)
enterAll("S", "spring springtime|summer summertime summers|autumn fall|winter winters".split("|"), 0)
enter("T", "yesterday", -1)
enter("T", "today tonight")
enter("T", "tomorrow", 1)
enter("l", "last past previous preceding prior", -1)
enter("t", "this current present latest")
enter("x", "next coming following upcoming ensuing subsequent", 1)
enter("w", "that same those these")
enter("r", "the its their his her our your my")
enter("a", "a an another additional")
enter("g", "ago")
enter("e", "earlier before", -1)
enter("f", "later after", 1)
enter("b", "early late mid middle beginning end start close")
enter("F", "half halves")
enter("v", "several few many some couple")
enter("q", "about nearly almost around roughly approximately over under more less than least up within")
enter("j", "each every")
enter("c", "fiscal financial")
enter("i", "in of on for at")
enter("&", "and or to through")
enter("O", "old")
enter("p", "period periods term")
enter("s", "daily weekly monthly yearly nightly hourly")
enter("m", "a.m. p.m. am pm a.m p.m")
enter("Z", "est edt pst pdt cst cdt mst mdt gmt utc bst cet et pt")
enter("u", "future")
enter("k", "recent")
enter("-", "- – —")
enter(",", ", . ; : ! ?")
enter("'", "'s ’s '")
enter("K", "now currently", 0)
enter("K", "recently lately", -1)
enter("K", "nowadays presently", 0)

/** Parts of the day, as TIMEX3 letters them. */
export const PARTS: Readonly<Record<string, string>> = {
  morning: "MO",
  mornings: "MO",
  afternoon: "AF",
  afternoons: "AF",
  evening: "EV",
  evenings: "EV",
  night: "NI",
  nights: "NI",
  overnight: "NI",
  noon: "12:00",
  midday: "12:00",
  midnight: "24:00",
}
enter("P", Object.keys(PARTS).join(" "))

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  second: "seconds",
  minute: "minute minutes",
  hour: "hour hours",
  day: "day days",
  week: "week weeks",
  weekend: "weekend weekends",
  month: "month months",
  quarter: "quarter quarters",
  year: "year years",
  decade: "decade decades",
  century: "century centuries",
}
const LETTERS: Partial<Record<Unit, string>> = { second: "C", minute: "C", hour: "C", weekend: "W", quarter: "Q", year: "Y" }
const PLURAL = /s$/
for (const [unit, words] of Object.entries(UNIT_WORDS) as [Unit, string][])
  words.split(" ").forEach(word => {
    WORDS.set(word, { letter: LETTERS[unit] ?? "U", number: PLURAL.test(word) ? 1 : 0, unit })
  })

/** Days that bear a name: month and day, or the nth weekday of a month (−1 the last). */
export const HOLIDAYS: Readonly<
  Record<string, readonly [month: number, day: number] | readonly [month: number, nth: number, weekday: number]>
> = {
  christmas: [12, 25],
  thanksgiving: [11, 4, 4],
  halloween: [10, 31],
  "new year's": [1, 1],
  "labor day": [9, 1, 1],
  "memorial day": [5, -1, 1],
  "independence day": [7, 4],
  "veterans day": [11, 11],
  "valentine's day": [2, 14],
  "columbus day": [10, 2, 1],
  "election day": [11, 1, 2],
}
enter("H", "christmas thanksgiving halloween labor memorial independence veterans valentine columbus election")

/** The word as it counts in times; null for any other. Given in lower case. */
export function wordFor(lower: string): Word | null {
  return WORDS.get(lower) ?? null
}
