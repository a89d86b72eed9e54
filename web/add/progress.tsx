import { useEffect, useState } from "preact/hooks"
import { ask, asTrouble, renew, type Trouble } from "../ask/index.ts"
import type { Job } from "../contract.ts"
import { Told } from "../parts/index.ts"
import { articleAddress, counted, isWebAddress } from "../words.ts"

type Item = Job["items"][number]

/** How far the work is, told by the server's events until it is done. */
export function Progress({ first, again }: { readonly first: Job; readonly again: (urls: readonly string[]) => void }) {
  const [job, setJob] = useState(first)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => {
    if (first.state === "done") return
    const source = new EventSource(`/api/jobs/${encodeURIComponent(first.id)}/events`)
    const take = (now: Job) => {
      setJob(now)
      if (now.state !== "done") return
      source.close()
      renew()
    }
    source.addEventListener("job", (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job))
    // A broken stream is opened again by the browser; one that is refused is not, and then the job is asked for once.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED)
        ask<Job>(`/api/jobs/${encodeURIComponent(first.id)}`).then(take, thrown => setTrouble(asTrouble(thrown)))
    }
    return () => source.close()
  }, [first])
  return (
    <section class="progress" aria-labelledby="progress">
      <h2 id="progress">{job.state === "done" ? "Done" : "At work"}</h2>
      {trouble && <Told trouble={trouble} />}
      <p role="status">
        {job.done} of {counted(job.total, "source")}
        {job.failed > 0 && `, ${job.failed} failed`}
      </p>
      <progress max={job.total} value={job.done} aria-label="Sources done" />
      {job.state === "done" && (
        <Again urls={job.items.flatMap(({ state, source }) => (state === "failed" && isWebAddress(source) ? source : []))} again={again} />
      )}
      <ol class="plain">
        {job.items.map((item, at) => (
          <ItemLine key={at} item={item} />
        ))}
      </ol>
    </section>
  )
}

/** Addresses that could not be fetched can be tried once more. */
function Again({ urls, again }: { readonly urls: readonly string[]; readonly again: (urls: readonly string[]) => void }) {
  if (urls.length === 0) return null
  return (
    <button type="button" onClick={() => again(urls)}>
      Try {urls.length === 1 ? "the failed address" : `the ${urls.length} failed addresses`} again
    </button>
  )
}

const STATES: Readonly<Record<Item["state"], string>> = {
  waiting: "waits",
  fetching: "is fetched",
  reading: "is read",
  entering: "is entered",
  done: "done",
  failed: "failed",
}

const OUTCOMES: Readonly<Record<NonNullable<Item["outcome"]>, string>> = {
  new: "new",
  version: "a new version of a page known",
  again: "read anew",
  known: "known already",
}

function ItemLine({ item: { source, state, article, outcome, statements, problem } }: { readonly item: Item }) {
  return (
    <li class={state}>
      <span class="state">{STATES[state]}</span>
      <span>
        {article ? <a href={articleAddress(article)}>{source}</a> : <bdi>{source}</bdi>}
        {outcome && `: ${OUTCOMES[outcome]}`}
        {statements !== null && `, ${counted(statements, "statement")}`}
        {problem && (
          <span class="problem">
            : {problem.reason}; {problem.remedy}
          </span>
        )}
      </span>
    </li>
  )
}
