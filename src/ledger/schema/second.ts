/**
 * What lists and boards show is kept beside what it follows from, so that asking takes the same time however large the ledger is. The counts
 * of `tally` are kept by the database itself, whoever changes the rows; `claim.board`, `position.stand` and the tables of unnamed sources by
 * whoever records and judges. A ledger of the first release is filled in after this.
 */
export const SECOND = `
-- Who stands where, first hands, alarms and days, as a board shows them.
alter table claim add column board jsonb not null default '{}';

-- Where a voice turned: each step of it.
alter table position add column stand jsonb;

-- How many there are: of each kind ('rows'), of statements by an agent ('said'), of articles by an outlet's agent ('articles').
create table tally (
  what text collate "C" not null,
  subject text collate "C" not null,
  count int not null,
  primary key (what, subject)
);

create function tally_statements() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into tally select 'said', agent, -count(*) from old_rows where agent is not null and not dismissed group by agent
      on conflict (what, subject) do update set count = tally.count + excluded.count;
    insert into tally select 'rows', 'statement', -count(*) from old_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  elsif tg_op = 'INSERT' then
    insert into tally select 'said', agent, count(*) from new_rows where agent is not null and not dismissed group by agent
      on conflict (what, subject) do update set count = tally.count + excluded.count;
    insert into tally select 'rows', 'statement', count(*) from new_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  else
    insert into tally
      select 'said', agent, sum(change) from (
        select agent, 1 as change from new_rows where agent is not null and not dismissed
        union all select agent, -1 from old_rows where agent is not null and not dismissed) changed
      group by agent having sum(change) <> 0
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  end if;
  return null;
end $$;
create trigger tally_inserted after insert on statement referencing new table as new_rows for each statement execute function tally_statements();
create trigger tally_deleted after delete on statement referencing old table as old_rows for each statement execute function tally_statements();
create trigger tally_updated after update on statement referencing old table as old_rows new table as new_rows
  for each statement execute function tally_statements();

create function tally_articles() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into tally select 'articles', outlet_agent, -count(*) from old_rows where outlet_agent is not null group by outlet_agent
      on conflict (what, subject) do update set count = tally.count + excluded.count;
    insert into tally select 'rows', 'article', -count(*) from old_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  else
    insert into tally select 'articles', outlet_agent, count(*) from new_rows where outlet_agent is not null group by outlet_agent
      on conflict (what, subject) do update set count = tally.count + excluded.count;
    insert into tally select 'rows', 'article', count(*) from new_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  end if;
  return null;
end $$;
create trigger tally_inserted after insert on article referencing new table as new_rows for each statement execute function tally_articles();
create trigger tally_deleted after delete on article referencing old table as old_rows for each statement execute function tally_articles();

-- Of tables whose rows are only counted.
create function tally_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into tally select 'rows', tg_table_name, -count(*) from old_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  else
    insert into tally select 'rows', tg_table_name, count(*) from new_rows
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  end if;
  return null;
end $$;
create trigger tally_inserted after insert on claim referencing new table as new_rows for each statement execute function tally_rows();
create trigger tally_deleted after delete on claim referencing old table as old_rows for each statement execute function tally_rows();
create trigger tally_inserted after insert on judgement referencing new table as new_rows for each statement execute function tally_rows();

-- An agent counts as long as it goes by its own name; those united count as one.
create function tally_agents() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tally select 'rows', 'agent', count(*) from new_rows where root = id
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  else
    insert into tally
      select 'rows', 'agent', change from (
        select (select count(*) from new_rows where root = id) - (select count(*) from old_rows where root = id) as change) changed
      where change <> 0
      on conflict (what, subject) do update set count = tally.count + excluded.count;
  end if;
  return null;
end $$;
create trigger tally_inserted after insert on agent referencing new table as new_rows for each statement execute function tally_agents();
create trigger tally_updated after update on agent referencing old table as old_rows new table as new_rows
  for each statement execute function tally_agents();

insert into tally select 'said', agent, count(*) from statement where agent is not null and not dismissed group by agent;
insert into tally select 'articles', outlet_agent, count(*) from article where outlet_agent is not null group by outlet_agent;
insert into tally
  select 'rows', 'statement', count(*) from statement union all select 'rows', 'article', count(*) from article
  union all select 'rows', 'claim', count(*) from claim union all select 'rows', 'judgement', count(*) from judgement
  union all select 'rows', 'agent', count(*) from agent where root = id;

-- Statements on the word of someone whom the article does not name, or that lean on such. 'outlet' is the root of its agent.
create table unnamed (
  statement text collate "C" primary key,
  article text collate "C" not null,
  outlet text collate "C" not null,
  claim text collate "C",
  moment text collate "C" not null,
  described text,
  reason text
);
create index on unnamed (article);
create index on unnamed (outlet, claim);
create index on unnamed (outlet, moment desc, statement desc);

-- The same by outlet, and how often a source is described so ('described'), or said to be unnamed for this ('reason').
create table unnamed_outlet (
  outlet text collate "C" primary key,
  articles int not null,
  statements int not null,
  claims int not null
);
create index on unnamed_outlet (statements desc, outlet desc);
create table unnamed_wording (
  outlet text collate "C" not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  words text not null,
  example text collate "C" not null,
  statements int not null,
  primary key (outlet, kind, key)
);
create index on unnamed_wording (outlet, kind, statements desc, key);

-- An agent's statements in time, with what counting his claims needs.
drop index statement_agent_moment_id_idx;
create index on statement (agent, moment desc, id desc) include (claim) where agent is not null and not dismissed;

-- Every order of the board, with every filter that few claims pass.
create index on claim (last desc, id desc) where contested;
create index on claim (last desc, id desc) where unnamed;
create index on claim (weight desc, id desc) where (voices ->> 'confirms')::int > 0;
create index on claim (weight desc, id desc) where (voices ->> 'declines')::int > 0;
create index on claim (weight desc, id desc) where (voices ->> 'unanswered')::int > 0;
create index on claim (last desc, id desc) where (voices ->> 'denies')::int > 0;
create index on claim (last desc, id desc) where (voices ->> 'confirms')::int > 0;
create index on claim (last desc, id desc) where (voices ->> 'declines')::int > 0;
create index on claim (last desc, id desc) where (voices ->> 'unanswered')::int > 0;
drop index position_agent_idx;
create index on position (agent, weight desc, claim desc) where turned;

-- A list of what waits to be indexed would have to be searched whole by every question.
alter index claim_words_idx set (fastupdate = off);
alter index claim_outlets_idx set (fastupdate = off);

create index on article (lower(left(outlet, 80)), place desc);
create index on article (outlet_agent);
create index on agent (lower(left(name, 80))) where kind in ('publication', 'organization');
create index on article using gin (to_tsvector('english', coalesce(title, ''))) with (fastupdate = off);

create index on judgement (at desc, id desc);
create index on judgement ((ruling ->> 'judgement')) where ruling ->> 'judgement' is not null;
create index on effect (value);
`
