import { defineConfig } from "vite"

/** The core's front door and all it needs, as one module that a browser imports as it is. */
export default defineConfig({
  build: {
    lib: { entry: "src/core/index.ts", formats: ["es"], fileName: () => "hearsay.js" },
    outDir: "dist/browser",
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
  },
})
