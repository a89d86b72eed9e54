import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { asTrouble, judge, logIn, type Trouble, useAnswer } from "../ask/index.ts"
import type { About, Ruling } from "../contract.ts"
import { Told } from "./answered.tsx"

interface Given {
  /** What the button says: “Cut”. */
  readonly label: string
  /** What is going to be done, as a question: “Are these two articles two origins?” */
  readonly asks: string
  /** What is ruled, or how it is read from the fields shown. */
  readonly ruling: Ruling | ((form: FormData) => Ruling)
  /** For those who do not see what it stands beside. */
  readonly about?: string
  /** Shown in the dialogue above the reason, to choose what is ruled. */
  readonly children?: ComponentChildren
}

/** A button that corrects the ledger: it asks who says so and why. */
export function Judging({ label, asks, ruling, about, children }: Given) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="judging" aria-label={about && `${label}: ${about}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && (
        <Dialogue asks={asks} label={label} ruling={ruling} close={() => setOpen(false)}>
          {children}
        </Dialogue>
      )}
    </>
  )
}

/** Under this name a browser remembers who judged last. */
const WHO = "hearsay.who"

function Dialogue({ asks, label, ruling, close, children }: Omit<Given, "about"> & { readonly close: () => void }) {
  const dialogue = useRef<HTMLDialogElement>(null)
  const about = useAnswer<About>("/api")
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => dialogue.current?.showModal(), [])
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const word = (name: string) => String(form.get(name) ?? "").trim()
    setBusy(true)
    try {
      if (word("token")) await logIn(word("token"))
      localStorage.setItem(WHO, word("who"))
      await judge(typeof ruling === "function" ? ruling(form) : ruling, { who: word("who"), why: word("why") })
      dialogue.current?.close()
    } catch (thrown) {
      setTrouble(asTrouble(thrown))
      setBusy(false)
    }
  }
  return (
    <dialog ref={dialogue} onClose={close} aria-labelledby="judging">
      <form onSubmit={send}>
        <h2 id="judging">{asks}</h2>
        {children}
        {trouble && <Told trouble={trouble} />}
        <label>
          Why
          <textarea name="why" required maxLength={2000} rows={3} />
        </label>
        <label>
          Who says so
          <input name="who" required maxLength={120} autocomplete="name" defaultValue={localStorage.getItem(WHO) ?? ""} />
        </label>
        {about.answer?.session.writing === false && <TokenField />}
        <p class="buttons">
          <button type="submit" class="first" disabled={isBusy}>
            {label}
          </button>
          <button type="button" onClick={() => dialogue.current?.close()}>
            Leave it
          </button>
        </p>
      </form>
    </dialog>
  )
}

/** Asked of those who may only read as yet. */
export function TokenField() {
  return (
    <label>
      Token for writing
      <input name="token" type="password" required autocomplete="off" aria-describedby="token-where" />
      <small id="token-where">It was printed where the server was first started.</small>
    </label>
  )
}
