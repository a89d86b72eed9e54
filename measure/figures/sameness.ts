import { summed } from "../../train/sameness/agreement.ts"
import { crossValidated, stories, told } from "../../train/sameness/index.ts"

export const about = "Statements of one article gathered into claims, given the statements: pairs and B³, cross-validated over events"

/** `npm run measure -- sameness [--each]` */
export function measure(args: readonly string[]): void {
  const all = crossValidated(stories())
  if (args.includes("--each")) for (const { story, agreement } of all) console.log(`${story.name.padEnd(12)} ${told(agreement)}`)
  const of = (wanted: (name: string) => boolean) => summed(all.filter(({ story }) => wanted(story.name)).map(({ agreement }) => agreement))
  console.log(`stance set  ${told(of(name => /^[gbp]\d+$/.test(name)))}`)
  console.log(`claim set   ${told(of(name => !/^[gbp]\d+$/.test(name) && !name.startsWith("invented")))}`)
  console.log(`invented    ${told(of(name => name.startsWith("invented")))}`)
}
