-- Suggestions of a guiding body to a unit it only guides (R3.1): given once, answered once in writing, seen by these two units alone.
create table organization_advice (
  authority_id uuid not null references authority (authority_id),
  id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  text text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, from_unit_id) references organization_unit (authority_id, id),
  foreign key (authority_id, to_unit_id) references organization_unit (authority_id, id),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index on organization_advice (authority_id, from_unit_id, given_at desc);
create index on organization_advice (authority_id, to_unit_id, given_at desc);

-- Offices that act for a unit; the member in it reads nothing here.
create function advising_unit() returns uuid stable language sql as $$
  select case when (current_context()).role in ('workCommittee', 'districtCommittee', 'organCommittee', 'branchSecretary') then (current_context()).unit_id end $$;
alter table organization_advice enable row level security;
alter table organization_advice force row level security;
create policy readable on organization_advice for select to jiannuo_app using (authority_id = (select current_authority()) and (select advising_unit()) in (from_unit_id, to_unit_id));
create policy given on organization_advice for insert to jiannuo_app with check (authority_id = (select current_authority()) and from_unit_id = (select advising_unit()) and to_unit_id = any ((select guided_units())::uuid[]));
create policy answered on organization_advice for update to jiannuo_app using (authority_id = (select current_authority()) and to_unit_id = (select advising_unit()) and answer is null)
  with check (authority_id = (select current_authority()) and to_unit_id = (select advising_unit()));
create policy owner on organization_advice to current_user using (true) with check (true);
grant select, insert on organization_advice to jiannuo_app;
grant update (answer, answered_by, answered_at) on organization_advice to jiannuo_app;
