-- What the city asks of organisational life beside the regulations, or instead of a default they leave open (R1.3). Shared: every unit reads what is asked of it.
create table meeting_life_requirement (
  authority_id uuid not null references authority (authority_id),
  id uuid not null,
  title text not null,
  kind text not null,
  every text not null check (every in ('month', 'quarter', 'halfYear', 'year')),
  times int not null check (times between 1 and 10),
  asks text[] not null check (cardinality(asks) > 0),
  -- A shipped rule whose default this one replaces from its first day on.
  replaces text,
  from_on date not null,
  until_on date check (until_on > from_on),
  document text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id)
);
select protect_shared('meeting_life_requirement');
create unique index on meeting_life_requirement (authority_id, replaces) where replaces is not null and until_on is null;
