-- How pledging and fulfilment stand in every organ of the city, as last counted: a city of 21,365 members is counted every few minutes and not for every reader.
create table desk_city_stand (
  authority_id uuid primary key references authority,
  cycle_id uuid not null,
  on_day date not null,
  organs jsonb not null,
  counted_at timestamptz not null
);
select protect('desk_city_stand', null, null);
