import { useState } from "preact/hooks"
import { counted } from "../words.ts"

interface Given {
  readonly files: readonly File[]
  readonly setFiles: (files: readonly File[]) => void
}

/** Files to be chosen, or dropped here. */
export function Files({ files, setFiles }: Given) {
  const [isOver, setOver] = useState(false)
  const add = (list: FileList | null | undefined) => setFiles([...files, ...(list ?? [])])
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer?.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way besides the field within it, which keyboards reach
    <div class={`drop${isOver ? " over" : ""}`} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label>
        Or files: web pages, plain text, records a line. Drop them here, or choose them
        <input
          type="file"
          multiple
          onChange={event => {
            add(event.currentTarget.files)
            event.currentTarget.value = ""
          }}
        />
      </label>
      {files.length > 0 && (
        <p role="status">
          {counted(files.length, "file")}: {files.map(({ name }) => name).join(", ")}{" "}
          <button type="button" class="judging" onClick={() => setFiles([])}>
            Take none of them
          </button>
        </p>
      )}
    </div>
  )
}
