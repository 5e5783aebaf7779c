-- Publicity, fulfilment and report: what is public inside a unit, who reads an objection, and what a draw needs to be repeated.

-- The units the caller's unit belongs to: those that lead it, and the leading Party groups that lead one of these concretely.
-- What an organ or a Party group makes public inside itself is public to all of them.
create function units_above() returns uuid[] stable security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  path uuid[];
begin
  select string_to_array(trim(both '/' from p.path), '/')::uuid[] into path from organization_place p where p.authority_id = c.authority_id and p.unit_id = c.unit_id;
  return (select array_agg(above.id) from (
    select unnest(path) as id
    union
    select r.upper_id from organization_relation r where r.authority_id = c.authority_id and r.kind = 'leadsConcretely' and r.lower_id = any (path)
      and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today())
  ) above where above.id <> c.unit_id);
end $$;
-- Does the person belong to the unit, to one below it, or to an organ it leads concretely? Who does may object to what the unit makes public.
create function belongs_under(of_authority uuid, of_person uuid, of_unit uuid, on_day date) returns boolean stable security definer set search_path = public language sql as $$
  select exists (
    select 1 from (
      select b.unit_id from membership_belonging b where b.authority_id = of_authority and b.member_id = of_person and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
      union select o.unit_id from organization_post o where o.authority_id = of_authority and o.person_id = of_person and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
    ) place
    where place.unit_id = of_unit or lies_under(of_authority, place.unit_id, of_unit)
      or exists (select 1 from organization_relation r where r.authority_id = of_authority and r.kind = 'leadsConcretely' and r.upper_id = of_unit
        and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day) and lies_under(of_authority, place.unit_id, r.lower_id))) $$;
-- The members a notice of the unit reaches.
create function people_under(of_authority uuid, of_unit uuid, on_day date) returns table (person_id uuid) stable security definer set search_path = public language sql as $$
  with unit as (
    select p.unit_id from organization_place top join organization_place p on p.authority_id = top.authority_id and p.path like top.path || '%'
    where top.authority_id = of_authority and (top.unit_id = of_unit or top.unit_id in (select r.lower_id from organization_relation r
      where r.authority_id = of_authority and r.kind = 'leadsConcretely' and r.upper_id = of_unit and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day)))
  )
  select distinct b.member_id from membership_belonging b
  where b.authority_id = of_authority and of_authority = current_authority() and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
    and b.unit_id in (select unit_id from unit) $$;
create function decides() returns boolean stable language sql as $$
  select coalesce(current_role_name() in ('branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee'), false) $$;

-- A notice belongs to the reviewing unit that opened it; only that unit reads the objections and who raised them.
alter table disclosure_notice add column reviewer_unit_id uuid not null;
alter table disclosure_notice add column closed_at timestamptz;
alter table disclosure_objection add column reviewer_unit_id uuid not null;
create index on disclosure_notice (authority_id, state, closes_on);
create unique index on disclosure_objection (authority_id, notice_id, object_id, person_id) where state = 'raised';

drop policy scope on disclosure_notice;
create policy readable on disclosure_notice for select to jiannuo_app using (authority_id = (select current_authority())
  and ((select sees_all()) or unit_id = any ((select visible_units())::uuid[]) or unit_id = any ((select units_above())::uuid[])));
create policy reviewing on disclosure_notice to jiannuo_app
  using (authority_id = (select current_authority()) and ((select current_role_name()) = 'job' or ((select decides()) and reviewer_unit_id = (select (current_context()).unit_id))))
  with check (authority_id = (select current_authority()) and ((select current_role_name()) = 'job' or ((select decides()) and reviewer_unit_id = (select (current_context()).unit_id))));

drop policy scope on disclosure_objection;
create policy own on disclosure_objection for select to jiannuo_app using (authority_id = (select current_authority()) and person_id = (select current_person()));
create policy raises on disclosure_objection for insert to jiannuo_app with check (authority_id = (select current_authority()) and person_id = (select current_person()) and state = 'raised');
create policy reviewing on disclosure_objection to jiannuo_app
  using (authority_id = (select current_authority()) and ((select current_role_name()) = 'job' or ((select decides()) and reviewer_unit_id = (select (current_context()).unit_id))))
  with check (authority_id = (select current_authority()) and ((select current_role_name()) = 'job' or ((select decides()) and reviewer_unit_id = (select (current_context()).unit_id))));

-- Pledges of an organ's or a Party group's secretary are public to everyone who belongs to it, once published.
create policy public_below on pledge_pledge for select to jiannuo_app using (authority_id = (select current_authority())
  and state in ('onNotice', 'inForce', 'amending', 'closed') and unit_id = any ((select units_above())::uuid[]));

-- How a pledge is fulfilled reaches its author and the offices above him, never his colleagues.
create function protect_fulfilment(target text) returns void language plpgsql as $$ declare seen text; begin
  seen := format('authority_id = (select current_authority()) and exists (select 1 from pledge_pledge parent where parent.authority_id = %1$I.authority_id and parent.id = %1$I.pledge_id
    and ((select sees_all()) or parent.person_id = (select current_person()) or ((select current_role_name()) not in (''member'', ''partyGroupMember'')
      and (parent.unit_id = any ((select visible_units())::uuid[]) or parent.reviewer_unit_id = (select (current_context()).unit_id)))))', target);
  execute format('drop policy scope on %I', target);
  execute format('create policy scope on %I to jiannuo_app using (%s) with check (%s)', target, seen, seen);
end $$;
select protect_fulfilment('pledge_progress');
select protect_fulfilment('pledge_rectification');
select protect_fulfilment('pledge_midyear');
select protect_fulfilment('pledge_sample');

-- One open rectification an item; one draw of a sample is kept with everything needed to repeat it.
create unique index on pledge_rectification (authority_id, item_id) where state <> 'accepted';
alter table pledge_rectification add column reopen_reason text;
create table pledge_draw (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  cycle_id uuid not null,
  seed text not null,
  size int not null check (size > 0),
  candidates uuid[] not null,
  due_on date not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle_year
);
create index on pledge_draw (authority_id, unit_id);
select protect('pledge_draw', 'unit_id', null, 'false');
create policy repeatable on pledge_draw for select to jiannuo_app using (authority_id = (select current_authority()) and unit_id = any ((select units_above())::uuid[]));
alter table pledge_sample add column draw_id uuid not null;
create index on pledge_sample (authority_id, draw_id);

-- A report keeps the figures it was handed in with; a draft is its author's alone.
alter table pledge_report add column composed jsonb;
drop policy scope on pledge_report;
create policy own on pledge_report to jiannuo_app using (authority_id = (select current_authority()) and person_id = (select current_person()))
  with check (authority_id = (select current_authority()) and person_id = (select current_person()));
create policy handed_in on pledge_report to jiannuo_app
  using (authority_id = (select current_authority()) and state = 'submitted' and ((select sees_all()) or unit_id = any ((select visible_units())::uuid[]) or unit_id = any ((select units_above())::uuid[])
    or exists (select 1 from pledge_pledge p where p.authority_id = pledge_report.authority_id and p.id = pledge_report.pledge_id and p.reviewer_unit_id = (select (current_context()).unit_id))))
  with check (authority_id = (select current_authority()) and state = 'submitted' and ((select sees_all())
    or exists (select 1 from pledge_pledge p where p.authority_id = pledge_report.authority_id and p.id = pledge_report.pledge_id and p.reviewer_unit_id = (select (current_context()).unit_id))));

-- The day the first version of a pledge came in force: time runs from there, also for what an amendment took over.
create function first_in_force(of_authority uuid, of_pledge uuid) returns date stable language sql as $$
  with recursive version as (
    select p.id, p.amends, p.in_force_on from pledge_pledge p where p.authority_id = of_authority and p.id = of_pledge
    union all
    select p.id, p.amends, p.in_force_on from pledge_pledge p join version v on p.authority_id = of_authority and p.id = v.amends
  ) select min(in_force_on) from version $$;
