import { defineConfig } from "vite"

const SERVER = process.env.HEARSAY_SERVER ?? "http://127.0.0.1:4177"

/** The pages, built into the package. While they are worked on (`npx vite web`), a running `hearsay serve` answers. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": { target: SERVER, changeOrigin: true }, "/feeds": { target: SERVER, changeOrigin: true } } },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
