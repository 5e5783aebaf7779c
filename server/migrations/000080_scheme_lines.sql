-- Schemes of an authority's own: whose they are, for what, from when, written by one person and published by another. A published one never changes.
alter table appraisal_scheme rename column level to subject;
alter table appraisal_scheme drop constraint appraisal_scheme_level_check;
alter table appraisal_scheme drop constraint appraisal_scheme_state_check;
alter table appraisal_scheme drop constraint appraisal_scheme_authority_id_level_year_version_key;
alter table appraisal_scheme
  add constraint known_subject check (subject in ('member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary', 'branch', 'organ', 'section', 'department')),
  add constraint known_state check (state in ('draft', 'submitted', 'published', 'superseded', 'withdrawn')),
  -- One line of versions for one use. The four levels' rounds take the family named like the level.
  add column family text,
  add column owner_unit_id uuid,
  add column period_kind text not null default 'year' check (period_kind in ('year', 'halfYear', 'quarter', 'month')),
  add column effective_from date,
  add column effective_until date check (effective_until > effective_from),
  add column based_on_scheme_id uuid,
  add column based_on_template text,
  -- As typed, with comments; what counts is the document that was read from it.
  add column source text,
  add column saved_at timestamptz,
  add column drafted_by uuid,
  add column edited_by uuid[] not null default '{}',
  add column submitted_by uuid,
  add column submitted_at timestamptz,
  add column returned_by uuid,
  add column returned_at timestamptz,
  add column return_reason text,
  add column withdrawn_by uuid,
  add column withdrawn_at timestamptz,
  add column withdrawal_reason text,
  -- The version this one took the place of, and until when that one would have held.
  add column replaces_id uuid,
  add column replaced_until date,
  -- What of the results may be shown beyond those who answer for them, and how far an organ may adapt the scheme.
  add column publication text not null default 'none' check (publication in ('none', 'grades', 'totals')),
  add column leader_board_decision text,
  add column adaptation text not null default 'whole' check (adaptation in ('none', 'lockedGroups', 'whole')),
  add column locked_groups text[] not null default '{}';

-- The work committee owns what holds for the whole city.
create function city_scheme_owner(of_authority uuid) returns uuid stable security definer set search_path = public language sql as $$
  select u.id from organization_unit u where u.authority_id = of_authority and u.kind in ('workCommittee', 'districtWorkCommittee', 'cityCommittee')
  order by case u.kind when 'workCommittee' then 1 when 'cityCommittee' then 2 else 3 end, u.dissolved_on nulls first, u.founded_on, u.id limit 1 $$;
update appraisal_scheme s set family = subject, owner_unit_id = city_scheme_owner(authority_id), effective_from = make_date(year, 1, 1), effective_until = make_date(year + 1, 1, 1);
alter table appraisal_scheme
  alter column family set not null,
  alter column owner_unit_id set not null,
  add foreign key (authority_id, owner_unit_id) references organization_unit,
  add foreign key (authority_id, based_on_scheme_id) references appraisal_scheme,
  add foreign key (authority_id, replaces_id) references appraisal_scheme,
  add unique (authority_id, owner_unit_id, family, year, version),
  -- Whoever typed in it, or handed it in, is not the one who publishes it.
  add constraint published_by_another check (published_by is null or (published_by <> drafted_by and published_by <> submitted_by and not published_by = any (edited_by))),
  add constraint published_has_days check (state not in ('published', 'superseded') or effective_from is not null),
  add constraint drafted_by_somebody check (state in ('published', 'superseded') or drafted_by is not null),
  -- Of one owner and family one version is in force on any day. The line is hashed to a number, because gist compares ranges and no uuid without an extension.
  add constraint one_in_force exclude using gist (
    int8range(hashtextextended(authority_id::text || owner_unit_id::text || family, 0), hashtextextended(authority_id::text || owner_unit_id::text || family, 0), '[]') with &&,
    daterange(effective_from, effective_until) with &&) where (state = 'published');
create index on appraisal_scheme (authority_id, family, state);
create index on appraisal_scheme (authority_id, based_on_scheme_id);

-- What was published stays as it was: only its last day and its state move, and a withdrawal only before the first day.
create function keep_published_scheme() returns trigger language plpgsql as $$
begin
  if old.state in ('draft', 'submitted') then
    if tg_op = 'DELETE' then return old; end if;
    if new.state = 'superseded' then raise exception 'only a published scheme is superseded' using errcode = 'restrict_violation'; end if;
    return new;
  end if;
  if tg_op = 'DELETE'
    or to_jsonb(new) - '{state,effective_until,withdrawn_by,withdrawn_at,withdrawal_reason}'::text[] is distinct from to_jsonb(old) - '{state,effective_until,withdrawn_by,withdrawn_at,withdrawal_reason}'::text[]
    or old.state = 'withdrawn' or new.state in ('draft', 'submitted')
    or (new.state = 'withdrawn' and (old.state <> 'published' or old.effective_from <= app_today() or new.withdrawn_by is null)) then
    raise exception 'a published scheme never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger published_stays before update or delete on appraisal_scheme for each row execute function keep_published_scheme();

drop policy readable on appraisal_scheme;
drop policy writable on appraisal_scheme;
drop policy ships on appraisal_scheme;
-- Published ones are everybody's to read; a draft is its owner's, and the work committee sees what organs adapt.
create policy readable on appraisal_scheme for select to jiannuo_app using (authority_id = (select current_authority())
  and (state not in ('draft', 'submitted') or (select sees_all()) or (owner_unit_id = (select (current_context()).unit_id) and (select current_role_name()) = 'organCommittee')));
create policy writable on appraisal_scheme to jiannuo_app using (authority_id = (select current_authority())
    and ((select sees_all()) or (owner_unit_id = (select (current_context()).unit_id) and (select current_role_name()) = 'organCommittee')))
  with check (authority_id = (select current_authority())
    and ((select sees_all()) or (owner_unit_id = (select (current_context()).unit_id) and (select current_role_name()) = 'organCommittee')));
-- The first round of a year brings the shipped scheme along, whoever opens it.
create policy ships on appraisal_scheme for insert to jiannuo_app with check (authority_id = (select current_authority()) and state = 'published' and published_by is null and drafted_by is null
  and owner_unit_id = (select city_scheme_owner(current_authority())) and (select current_role_name()) in ('branchSecretary', 'organCommittee', 'cityCommittee'));

-- The scheme of a family in force on a day for a unit: the nearest owner above it under unified leadership, before the city's.
create function scheme_in_force(of_authority uuid, of_family text, of_unit uuid, on_day date) returns uuid stable language sql as $$
  select s.id from appraisal_scheme s left join organization_place o on o.authority_id = s.authority_id and o.unit_id = s.owner_unit_id
  where s.authority_id = of_authority and s.family = of_family and s.state = 'published'
    and s.effective_from <= on_day and (s.effective_until is null or s.effective_until > on_day)
    and (s.owner_unit_id = city_scheme_owner(of_authority) or lies_under(of_authority, of_unit, s.owner_unit_id))
  order by s.owner_unit_id = city_scheme_owner(of_authority), o.depth desc nulls last limit 1 $$;

-- The latest filed results of one person, one for each level, with the grade as the scheme of that round calls it.
create or replace function last_filed_results(of_authority uuid, of_person uuid) returns table (level text, year int, total text, grade text, title jsonb) stable language sql as $$
  select distinct on (f.level) f.level, f.year, trim_scale(f.total)::text, f.grade,
    (select g->'title' from appraisal_subject x join appraisal_round r on r.authority_id = x.authority_id and r.id = x.round_id
      join appraisal_scheme s on s.authority_id = r.authority_id and s.id = r.scheme_id cross join lateral jsonb_array_elements(s.document->'grades') g
      where x.authority_id = f.authority_id and x.person_id = of_person and r.level = f.level and year_of_cycle(r.authority_id, r.cycle_id) = f.year and g->>'grade' = f.grade limit 1)
  from appraisal_filed_result f where f.authority_id = of_authority and f.person_id = of_person order by f.level, f.year desc, f.id $$;

-- The persons of the office that owns schemes: they write and publish them.
create function scheme_office(of_authority uuid, of_unit uuid, on_day date) returns table (person_id uuid) stable security definer set search_path = public language sql as $$
  select distinct p.person_id from organization_post p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  where p.authority_id = of_authority and of_authority = current_authority() and p.unit_id = of_unit and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day)
    and role_of_post(p.kind, u.kind) in ('workCommittee', 'organCommittee') $$;
-- Whom a scheme concerns under its owner: members where members are scored, else the secretaries of the units in question and of the units above them.
create function scheme_audience(of_authority uuid, of_owner uuid, of_subject text, on_day date) returns table (person_id uuid) stable security definer set search_path = public language sql as $$
  select m.person_id from people_under(of_authority, of_owner, on_day) m where of_subject = 'member'
  union
  select p.person_id from organization_post p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  where p.authority_id = of_authority and of_authority = current_authority() and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day)
    and (of_owner = city_scheme_owner(of_authority) or lies_under(of_authority, p.unit_id, of_owner))
    and role_of_post(p.kind, u.kind) = any (case
      when of_subject in ('member', 'branchSecretary', 'branch', 'section', 'department') then array['branchSecretary', 'organCommittee']
      when of_subject in ('organ', 'organCommitteeSecretary') then array['organCommittee', 'partyGroupSecretary']
      else array['partyGroupSecretary'] end) $$;
