import type { RecordPage } from "../../src/core/index.ts"

type Page = Omit<RecordPage, "kind">

/** Three outlets on one gate. */
export const POST: Page = {
  url: "https://www.harborpost.example/2025/11/gate?utm_source=mail#top",
  publisher: "The Harbor Post",
  title: "Officials say north gate was locked",
  published: "2025-11-20",
  text: `Two harbor officials said on Thursday that the north gate was locked on the night of the fire. They spoke on condition of anonymity.

Mayor Elena Ruiz said the gate had been open all night. “The gate was open,” Ruiz said.

The ferry line did not respond to a request for comment.`,
}

export const POST_LATER: Page = {
  ...POST,
  url: "http://m.harborpost.example/2025/11/gate/",
  title: "Ferry line denies that north gate was locked",
  text: `A harbor official claimed on Thursday that the north gate was locked on the night of the fire. He spoke on condition of anonymity.

Mayor Elena Ruiz said, the gate had been open all night. “The gate was open,” Ruiz said.

Martin Brask, a spokesman for the ferry line, denied that the north gate was locked.`,
}

export const RADIO: Page = {
  url: "https://coastradio.example/news/4711",
  publisher: "Coast Radio",
  title: "Mayor: gate was open",
  published: "2025-11-21",
  text: `Mayor Elena Ruiz denied on Friday that the north gate was locked on the night of the fire.

The Harbor Post reported on Thursday that the north gate was locked, citing two harbor officials.`,
}

export const GAZETTE: Page = {
  url: "https://gazette.example/a/gate-report",
  publisher: "Sternholm Gazette",
  title: "Ruiz now says gate was locked",
  published: "2025-11-23",
  text: `Mayor Elena Ruiz confirmed on Sunday that the north gate was locked on the night of the fire.

Martin Brask, a spokesman for the ferry line, declined to comment.`,
}
