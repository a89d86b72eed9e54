import { expect, test } from "vitest"
import { pageKey } from "../../src/ledger/index.ts"

test.each([
  ["https://www.harborpost.example/a/gate?utm_source=mail#top", "http://harborpost.example/a/gate/"],
  ["https://m.harborpost.example/a/gate", "https://harborpost.example:443/a/gate/amp"],
  ["https://HarborPost.example/a/index.html?fbclid=1", "https://harborpost.example/a"],
  ["https://harborpost.example/story?b=2&id=1", "https://harborpost.example/story?id=1&b=2&ref=home"],
])("%s is the page of %s", (one, other) => {
  expect(pageKey(one)).toBe(pageKey(other))
})

test.each([
  ["https://harborpost.example/story?id=1", "https://harborpost.example/story?id=2"],
  ["https://harborpost.example/a/gate", "https://coastradio.example/a/gate"],
  ["https://harborpost.example/a/Gate", "https://harborpost.example/a/gate"],
  ["https://harborpost.example:8080/a", "https://harborpost.example/a"],
])("%s is another page than %s", (one, other) => {
  expect(pageKey(one)).not.toBe(pageKey(other))
})

test.each([null, "", "mailto:desk@harborpost.example", "harborpost.example/a", "https://"])("%s is the address of no page", url => {
  expect(pageKey(url)).toBeNull()
})
