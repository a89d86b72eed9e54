import { useState } from "preact/hooks"
import { asTrouble, handIn, logIn, type Trouble, useAnswer } from "../ask/index.ts"
import type { About, Job } from "../contract.ts"
import { Heading, TokenField, Told } from "../parts/index.ts"
import { Files } from "./files.tsx"
import { Progress } from "./progress.tsx"

/** Hands articles in: addresses, a text, files. */
export function AddPage() {
  const about = useAnswer<About>("/api")
  const [files, setFiles] = useState<readonly File[]>([])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [job, setJob] = useState<Job | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    setBusy(true)
    setTrouble(null)
    try {
      if (given.get("token")) await logIn(String(given.get("token")).trim())
      setJob(await handIn(sentForm(given, files)))
      form.reset()
      setFiles([])
    } catch (thrown) {
      setTrouble(asTrouble(thrown))
    }
    setBusy(false)
  }
  const again = (urls: readonly string[]) => {
    const form = new FormData()
    for (const url of urls) form.append("url", url)
    handIn(form).then(setJob, thrown => setTrouble(asTrouble(thrown)))
  }
  return (
    <>
      <Heading title="Add">Add articles to the ledger</Heading>
      {job && <Progress key={job.id} first={job} again={again} />}
      <form class="sheet" onSubmit={send}>
        <label>
          Addresses of pages, one on each line
          <textarea name="urls" rows={3} inputMode="url" />
        </label>
        <label>
          Or the text of an article
          <textarea name="text" rows={6} maxLength={2_000_000} />
        </label>
        <Files files={files} setFiles={setFiles} />
        <div class="columns">
          <label>
            Outlet
            <input name="publisher" maxLength={200} aria-describedby="stronger" />
          </label>
          <label>
            Published on
            <input name="published" type="date" aria-describedby="stronger" />
          </label>
        </div>
        <p class="facts" id="stronger">
          Outlet and day are needed only where the pages do not say them. They are stronger than what the pages say.
        </p>
        {about.answer?.session.writing === false && <TokenField />}
        {trouble && <Told trouble={trouble} />}
        <p class="buttons">
          <button type="submit" class="first" disabled={isBusy}>
            Read and enter
          </button>
        </p>
      </form>
    </>
  )
}

/** As the server wants it: a field for each source. What was left empty is left out. */
function sentForm(given: FormData, files: readonly File[]): FormData {
  const form = new FormData()
  const word = (name: string) => String(given.get(name) ?? "").trim()
  for (const url of word("urls").split(/\s+/)) if (url) form.append("url", url)
  for (const name of ["text", "publisher", "published"]) if (word(name)) form.append(name, word(name))
  for (const file of files) form.append("file", file)
  return form
}
