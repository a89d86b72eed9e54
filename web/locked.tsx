import { useState } from "preact/hooks"
import { asTrouble, logIn, type Trouble } from "./ask/index.ts"
import { Heading, TokenField, Told } from "./parts/index.ts"

/** What those see who may not read. */
export function Locked() {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    logIn(String(form.get("token") ?? "").trim()).catch(thrown => setTrouble(asTrouble(thrown)))
  }
  return (
    <>
      <Heading title="Hearsay">This ledger is not open to all</Heading>
      <form class="sheet" onSubmit={send}>
        {trouble && <Told trouble={trouble} />}
        <TokenField />
        <button type="submit" class="first">
          Open
        </button>
      </form>
    </>
  )
}
