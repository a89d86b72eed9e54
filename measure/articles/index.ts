export { type GoldArticle, type GoldStatement, goldArticles } from "./article.ts"
export { matched } from "./match.ts"
export { type ClassScore, missesOf, scoreArticles, type Tally } from "./score.ts"
