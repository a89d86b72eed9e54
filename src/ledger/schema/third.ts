/** Claims that new statements showed to be one: the younger goes by the name of the older from then on. */
export const THIRD = `
create table claim_union (
  claim text collate "C" primary key,
  into_claim text collate "C" not null,
  article text collate "C" not null,
  why text not null
);
create index on claim_union (into_claim);
create index on claim_union (article);

-- The agency that an article credits, and where.
create table article_credit (
  article text collate "C" primary key,
  agency text collate "C" not null,
  whole boolean not null,
  start int not null,
  "end" int not null
);

-- Whether a person has judged a claim is asked for each that a new article may unite.
create index on effect (value) where field = 'claim';
`
