import type { Job, JudgementLine, Ruling, Session } from "../contract.ts"
import { renew } from "./answers.ts"
import { isRefused, listen } from "./news.ts"
import { troubleIn } from "./problem.ts"

/** Hands something in. Throws `Trouble`. */
async function send<T>(path: string, body: unknown): Promise<T> {
  const isForm = body instanceof FormData
  const response = await fetch(path, {
    method: "POST",
    headers: isForm ? {} : { "content-type": "application/json" },
    body: isForm ? body : JSON.stringify(body),
  })
  if (!response.ok) throw await troubleIn(response)
  return (await response.json()) as T
}

/** Who judges, and why. */
export interface Signed {
  readonly who: string
  readonly why: string
}

/** Enters a judgement; what is on the screen is asked again. */
export async function judge(ruling: Ruling, signed: Signed): Promise<JudgementLine> {
  const line =
    ruling.kind === "undo"
      ? await send<JudgementLine>(`/api/judgements/${encodeURIComponent(ruling.judgement)}/undo`, signed)
      : await send<JudgementLine>("/api/judgements", { ...signed, ruling })
  renew()
  return line
}

/** Hands in articles: addresses, texts and files. */
export function handIn(form: FormData): Promise<Job> {
  return send<Job>("/api/articles", form)
}

/** Shows the token; the server remembers this browser for some hours. One who could not read till now listens from now on. */
export async function logIn(token: string): Promise<Session> {
  const session = await send<Session>("/api/session", { token })
  if (isRefused()) listen()
  renew()
  return session
}

/** Forgets this browser. */
export async function logOut(): Promise<void> {
  const response = await fetch("/api/session", { method: "DELETE" })
  if (!response.ok) throw await troubleIn(response)
  renew()
}
