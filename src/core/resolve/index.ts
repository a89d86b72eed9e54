import type { Article, Attribution, Prose, Resolved, Tagged } from "../data.ts"
import { castOf } from "./cast.ts"
import { finish } from "./finish.ts"
import { giveRoles } from "./roles.ts"
import { sceneOf } from "./scene.ts"
import { speak } from "./speak.ts"

export { type Bearing, bearingOf } from "./headline.ts"

/** Attributions → statements: who speaks, for whom, with what stance, on whose word, when, where and to whom. */
export function resolve(article: Article, prose: Prose, tagged: Tagged, found: readonly Attribution[]): Resolved {
  const scene = sceneOf(article, prose, tagged)
  const cast = castOf(scene)
  giveRoles(scene, cast)
  const { spoken, doubts } = speak(scene, cast, found)
  return finish(scene, cast, spoken, doubts)
}
