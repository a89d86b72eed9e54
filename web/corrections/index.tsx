import { useList } from "../ask/index.ts"
import type { Judged } from "../contract.ts"
import { Heading, List } from "../parts/index.ts"
import { JudgementList } from "./list.tsx"
import { Rule } from "./rule.tsx"

/** What people found to be otherwise: every judgement ever made, and forms to make one. */
export function CorrectionsPage() {
  const list = useList<Judged>("/api/judgements?limit=40")
  return (
    <>
      <Heading title="Corrections">What people found to be otherwise</Heading>
      <p class="quiet lede">
        A correction stands beside what was read, never over it, with who made it and why. Cutting, correcting, dismissing and uniting is
        done where the thing stands: on the page of its claim, its article or its agent. Anything can also be corrected here, by its id.
      </p>
      <Rule />
      <section aria-labelledby="history">
        <h2 id="history">The history</h2>
        <List list={list} none="Nobody has corrected anything yet.">
          {judgements => <JudgementList judgements={judgements} />}
        </List>
      </section>
    </>
  )
}
