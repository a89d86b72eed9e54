import type { Name, Prose, Tagged } from "../data.ts"

/** Verbs that headlines write with a capital, and that no name holds. */
const VERBS =
  /^(?:Denies|Says|Claims|Confirms|Admits|Insists|Rejects|Disputes|Alleges|Warns|Urges|Vows|Accuses|Blames|Demands|Tells|Asks|Announces)$/

/** “*Harbor Council* Denies *Ruiz* Met Brask”: where all words are written large, a name does not run over the verb. */
export function cutAtVerbs(prose: Prose, { names }: Tagged, forms: readonly string[]): readonly Name[] {
  const persons = new Set(names.filter(({ kind }) => kind === "person").map(({ last }) => forms[last - 1]!))
  return names.flatMap(name => {
    const verb = forms.slice(name.first, name.last).findIndex(form => VERBS.test(form)) + name.first
    if (verb < name.first) return [name]
    const part = (first: number, last: number): Name[] =>
      first < last
        ? [
            {
              first,
              last,
              start: prose.tokens[first]!.start,
              end: prose.tokens[last - 1]!.end,
              kind: persons.has(forms[last - 1]!) ? "person" : "organization",
            },
          ]
        : []
    return [...part(name.first, verb), ...part(verb + 1, name.last)]
  })
}
