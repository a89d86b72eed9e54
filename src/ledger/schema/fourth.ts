/** Where the words of an article lead, by the key of the address. Articles of an earlier release were read without their links. */
export const FOURTH = `
create table article_link (
  article text collate "C" not null,
  start int not null,
  "end" int not null,
  key text collate "C" not null,
  primary key (article, start, "end")
);
create index on article_link (key);
`
