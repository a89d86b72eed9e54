/** Styles are taken along by the build; nothing of them is named in code. */
declare module "*.css"
