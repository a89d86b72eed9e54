export { agentsFor, ownerOf, type WithOutlet, withOutlet } from "./agents.ts"
export {
  type Choose,
  type ClaimMatch,
  type ClaimNear,
  type ClaimSketch,
  type ClaimUnion,
  claimsFor,
  type MatchOptions,
  unitsOf,
} from "./claims.ts"
export { bodyOf, type Copy, copyKeys, copyOf, type Printed } from "./copies.ts"
export { type Credit, creditOf } from "./credits.ts"
export type { Lead, Surroundings } from "./first-hand.ts"
export { JOIN_CLUE_NAMES, type Weights } from "./join.ts"
export { claimKeys, LOOKED_KEYS, type Rarity, termsOf } from "./keys.ts"
export { type AgentMatch, agentKeys, type KnownAgent, withSeen } from "./known.ts"
export { keyOf, type OriginNode, type OriginTree, originsOf } from "./origins.ts"
export { PAIR_CLUE_NAMES, pairClues } from "./pair.ts"
export { type Stand, standsOf, type VoiceOf, voices } from "./positions.ts"
export { sideOf, weigher } from "./side.ts"
export { type Told, toldOf } from "./told.ts"
