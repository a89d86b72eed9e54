import { plain } from "../words.ts"
import type { Story, StoryAgent } from "./story.ts"

/** Whether a name found means the voice of an agent: the agent, one it speaks for, or one who speaks for it. */
export function sameVoice(story: Story, said: string | null, name: string): boolean {
  const voice = voiceOf(story, name)
  return said !== null && story.agents.some(agent => voiceOf(story, agent.name) === voice && namesOf(agent).includes(plain(said)))
}

/** The name of the one for whom an agent speaks in the end. */
function voiceOf({ agents }: Story, name: string): string {
  let agent = agents.find(each => each.name === name)
  for (let left = agents.length; agent?.actsFor && left > 0; left--) agent = agents.find(each => each.name === agent?.actsFor) ?? agent
  return agent?.name ?? name
}

function namesOf({ name, aliases }: StoryAgent): string[] {
  return [name, ...aliases].map(plain)
}
