import { render } from "preact"
import "./style/index.css"
import { App } from "./app.tsx"
import { listen } from "./ask/index.ts"
import { followLinks } from "./place.ts"

followLinks()
listen()
render(<App />, document.getElementById("pages")!)
