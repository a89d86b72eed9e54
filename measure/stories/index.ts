export { answer, scoreStory, told } from "./score.ts"
export { sheetOf } from "./sheet.ts"
export { type Story, story, storyNames } from "./story.ts"
