/** What of the library the tests use; it comes without types. */
declare module "jsonld" {
  interface Options {
    /** Throws where a term, a value or a relative address would be dropped. */
    readonly safe: boolean
    readonly documentLoader: (
      url: string,
    ) => Promise<{ readonly contextUrl: null; readonly document: object; readonly documentUrl: string }>
    readonly format?: "application/n-quads"
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<readonly Readonly<Record<string, unknown>>[]>
    toRDF(document: object, options: Options): Promise<string>
  }
  export default jsonld
}
