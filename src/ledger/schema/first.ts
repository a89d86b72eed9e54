/**
 * The tables of the first release. Text is compared byte by byte (`collate "C"`), so that every database orders it alike. Moments are ISO 8601
 * in UTC, which sort as text. Everything but `journal` can be made again from the entries.
 */
export const FIRST = `
-- Entries, where no file keeps them. One row each, in the order they were acknowledged.
create table journal (
  seq bigint primary key,
  line text not null
);

-- A page and the addresses it is known by, without their decorations.
create table page_key (
  key text collate "C" primary key,
  page text collate "C" not null
);

-- A version of a page.
create table article (
  id text collate "C" primary key,
  page text collate "C" not null,
  place bigint not null unique,
  read text collate "C" not null,
  moment text collate "C" not null,
  past boolean not null,
  reader text,
  digest text collate "C" not null,
  url text,
  publisher text,
  outlet text,
  outlet_agent text collate "C",
  title text,
  authors jsonb not null,
  published text collate "C",
  modified text collate "C",
  language text not null,
  text text not null,
  blocks jsonb not null,
  links jsonb not null,
  doubts jsonb not null
);
create index on article (page, place);

-- Who an article's own agents are.
create table cast_member (
  article text collate "C" not null,
  local text collate "C" not null,
  agent text collate "C" not null,
  body jsonb not null,
  primary key (article, local)
);

-- Someone across articles. Those united share a root.
create table agent (
  id text collate "C" primary key,
  root text collate "C" not null,
  name text not null,
  kind text not null,
  body jsonb not null
);
create index on agent (root);
create index on agent (id) where root <> id;

create table agent_key (
  key text collate "C" not null,
  agent text collate "C" not null,
  place bigint not null,
  primary key (key, agent)
);
create index on agent_key (key, place);

-- For whom an agent speaks, by what it acts for.
create index on agent ((body ->> 'actsFor'));

-- Two that could be one, and were left apart.
create table suggestion (
  what text collate "C" not null,
  a text collate "C" not null,
  b text collate "C" not null,
  why text not null,
  primary key (what, a, b)
);
create index on suggestion (what, b);

create table statement (
  id text collate "C" primary key,
  article text collate "C" not null,
  place int not null,
  matched text collate "C",
  why text,
  claim text collate "C",
  agent text collate "C",
  stance text collate "C" not null,
  moment text collate "C" not null,
  shown text collate "C" not null,
  past boolean not null,
  dismissed boolean not null,
  sentence_start int not null,
  sentence_end int not null,
  body jsonb not null,
  told jsonb not null
);
create index on statement (article, place);
create index on statement (claim, moment, id);
create index on statement (agent, moment desc, id desc);

create table claim (
  id text collate "C" primary key,
  text text not null,
  words tsvector not null,
  contested boolean not null,
  unnamed boolean not null,
  dismissed boolean not null,
  weight int not null,
  voices jsonb not null,
  statements int not null,
  articles int not null,
  outlets text[] not null,
  first text collate "C",
  first_asserted text collate "C",
  first_denied text collate "C",
  last text collate "C"
);
create index on claim (weight desc, id desc);
create index on claim (last desc, id desc);
create index on claim (weight desc, id desc) where contested;
create index on claim (weight desc, id desc) where unnamed;
create index on claim using gin (words);
create index on claim using gin (outlets);

-- Keys by which a new statement finds the claims it may belong to, those of near days first. Keys and claims by 64 bits of their hashes.
create table claim_key (
  key bigint not null,
  day int not null,
  claim bigint not null,
  primary key (key, day, claim)
);

-- Where a voice stands on a claim now.
create table position (
  claim text collate "C" not null,
  agent text collate "C" not null,
  stance text collate "C" not null,
  turned boolean not null,
  weight int not null,
  primary key (claim, agent)
);
create index on position (agent, weight desc, claim desc);
create index on position (agent) where turned;

-- Near-copies: keys by which an article finds them, and those found.
create table copy_band (
  band bigint not null,
  article text collate "C" not null,
  primary key (band, article)
);
create table copy (
  a text collate "C" not null,
  b text collate "C" not null,
  share real not null,
  body jsonb not null,
  primary key (a, b)
);
create index on copy (b);

-- In how many statements a word occurs.
create table term (
  term text collate "C" primary key,
  count int not null
);

create table judgement (
  id text collate "C" primary key,
  place bigint not null unique,
  at text collate "C" not null,
  who text not null,
  why text not null,
  kind text not null,
  ruling jsonb not null,
  says text not null,
  undone_by text collate "C",
  orphan boolean not null
);

-- What judgements do, as long as they are not undone: the latest of a target and field holds.
create table effect (
  target text collate "C" not null,
  field text collate "C" not null,
  value text not null,
  judgement text collate "C" not null,
  place bigint not null,
  active boolean not null,
  primary key (target, field, judgement)
);
create index on effect (judgement);
`
