import { Field, Heading, Search } from "./parts/index.ts"

/** What those see who come to an address of nothing, with ways on. */
export function Nowhere() {
  return (
    <>
      <Heading title="Nothing here">There is nothing at this address</Heading>
      <p class="lede">
        <bdi class="address">{location.pathname}</bdi> leads nowhere: a letter may be missing, or the link may be old. What is said of
        something can be found by its words.
      </p>
      <Search query={new URLSearchParams()} names={["about"]} at="/">
        <Field query={new URLSearchParams()} name="about" words="Words or names" />
        <button type="submit">Search the claims</button>
      </Search>
      <p>
        Or go to <a href="/">all claims</a>, <a href="/articles">all articles</a>, or <a href="/agents">someone by name</a>.
      </p>
    </>
  )
}
