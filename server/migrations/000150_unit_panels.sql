-- Panels of schemes on units: an assessment is rated before it is computed. Ratings, sittings and their two tellers serve persons of a round and units of an assessment alike.
alter table appraisal_assessment
  drop constraint known_state,
  drop constraint decided_with_meeting,
  alter column inputs_sha256 drop not null,
  add constraint known_state check (state in ('rating', 'provisional', 'decided', 'objection', 'filed')),
  add constraint computed_has_input check (state = 'rating' or inputs_sha256 is not null),
  add constraint decided_with_meeting check (state in ('rating', 'provisional') or (meeting is not null and meeting_on is not null and decided_by is not null));
alter table appraisal_assessment_run
  drop constraint appraisal_assessment_run_cause_check,
  add constraint known_cause check (cause in ('first', 'ratings', 'ruling', 'correction'));
-- While it is rated nobody has a result, so whoever leads a unit may see that it takes part.
alter table appraisal_assessed_unit
  add column in_rating boolean not null default false,
  add constraint no_result_while_rated check (not in_rating or (total is null and proposed is null and proposed_stars is null and grade is null and stars is null));
drop policy scope on appraisal_assessed_unit;
create policy scope on appraisal_assessed_unit to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all())
  or (office_id = (select (current_context()).unit_id) and (select current_role_name()) = 'organCommittee')
  or (unit_id = any ((select visible_units())::uuid[]) and (select current_role_name()) not in ('member', 'partyGroupMember', 'branchCommittee') and (released_at is not null or in_rating))));

-- `unit_id` is where the slips are counted: it and whoever leads it see how far that has come. Of an assessment only the office that assesses opens them.
alter table appraisal_sitting
  alter column round_id drop not null,
  add column assessment_id uuid,
  add foreign key (authority_id, assessment_id) references appraisal_assessment,
  add unique (authority_id, assessment_id, panel, home_unit_id),
  add constraint one_course check (num_nonnulls(round_id, assessment_id) = 1);
alter table appraisal_count alter column round_id drop not null, add column office_id uuid;
alter table appraisal_slip drop constraint appraisal_slip_authority_id_subject_id_fkey;
create policy opened on appraisal_slip as restrictive to jiannuo_app using (exists (select 1 from appraisal_count c where c.authority_id = appraisal_slip.authority_id and c.id = appraisal_slip.count_id
  and (c.office_id is null or (select sees_all()) or c.office_id = (select (current_context()).unit_id))));

-- `unit_id` of a rating on a unit is whose rating it is: the unit's own, its superior's, or that of the office that assesses.
alter table appraisal_rating
  drop constraint appraisal_rating_source_check,
  alter column subject_id drop not null,
  alter column person_id drop not null,
  add column assessed_id uuid,
  add foreign key (authority_id, assessed_id) references appraisal_assessed_unit,
  add unique (authority_id, assessed_id, source),
  add constraint one_subject check (num_nonnulls(subject_id, assessed_id) = 1 and num_nonnulls(subject_id, person_id) in (0, 2)),
  add constraint known_source check (assessed_id is not null or source in ('self', 'organisation'));

-- Whoever stands on the slips of a sitting: persons of the round, or units of the assessment; at a unit of their own, or all together.
create function on_slips(s appraisal_sitting) returns table (id uuid, name text) stable language sql as $$
  select x.id, x.name from appraisal_subject x
  where x.authority_id = s.authority_id and x.round_id = s.round_id and (s.home_unit_id = s.unit_id or x.home_unit_id = s.home_unit_id)
  union all
  select x.id, x.name from appraisal_assessed_unit x
  where x.authority_id = s.authority_id and x.assessment_id = s.assessment_id and (s.home_unit_id = x.office_id or x.unit_id = s.home_unit_id) $$;
-- Whether slips may be counted now.
create function is_rating(s appraisal_sitting) returns boolean stable language sql as $$
  select exists (select 1 from appraisal_round r where r.authority_id = s.authority_id and r.id = s.round_id and r.state = 'rating')
    or exists (select 1 from appraisal_assessment a where a.authority_id = s.authority_id and a.id = s.assessment_id and a.state = 'rating') $$;

-- As before; of units, nobody counts who leads one that stands on the slips.
create or replace function teller_candidates(of_sitting uuid, matching text, most int) returns table (person_id uuid, name text, unit_name text) stable security definer set search_path = public language sql as $$
  select m.id, m.name, u.name from appraisal_sitting s
  join organization_place home on home.authority_id = s.authority_id and home.unit_id = s.home_unit_id
  left join organization_place organ on organ.authority_id = s.authority_id and organ.unit_id = home.organ_id
  join organization_place p on p.authority_id = s.authority_id and p.path like coalesce(organ.path, home.path) || '%'
  join membership_belonging b on b.authority_id = s.authority_id and b.unit_id = p.unit_id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
  join membership_member m on m.authority_id = b.authority_id and m.id = b.member_id
  join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  where s.authority_id = current_authority() and s.id = of_sitting and office_over(s.unit_id)
    and not exists (select 1 from appraisal_subject x where x.authority_id = s.authority_id and x.round_id = s.round_id and x.person_id = m.id)
    and not exists (select 1 from appraisal_assessed_unit x join unit_leaders(s.authority_id, array[x.unit_id], app_today()) l on l.person_id = m.id
      where x.authority_id = s.authority_id and x.assessment_id = s.assessment_id and (s.home_unit_id = x.office_id or x.unit_id = s.home_unit_id))
    and (matching = '' or position(lower(matching) in lower(m.name)) > 0 or m.pinyin like lower(matching) || '%' or m.initials like lower(matching) || '%')
  order by u.name, m.pinyin, m.id limit most $$;

create or replace function teller_sheet(of_sitting uuid) returns jsonb stable security definer set search_path = public language sql as $$
  select jsonb_build_object('sittingId', s.id, 'about', coalesce(r.level, c.subject), 'isRating', is_rating(s), 'schemeId', c.id, 'panel', s.panel, 'source', s.source,
    'unitName', u.name, 'counted', s.counted, 'added', s.added, 'takesAdded', s.takes_added, 'minimum', s.minimum, 'waived', s.waived_reason is not null, 'other', (select m.name from membership_member m where m.authority_id = s.authority_id and m.id = case when s.first_teller = current_person() then s.second_teller else s.first_teller end),
    'teller', case when s.first_teller = current_person() then 'first' else 'second' end,
    'entry', (select c.state from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state <> 'rejected'),
    'rejected', (select count(*) from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state = 'rejected'),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id), '[]') from on_slips(s) x))
  from appraisal_sitting s
  left join appraisal_round r on r.authority_id = s.authority_id and r.id = s.round_id
  left join appraisal_assessment a on a.authority_id = s.authority_id and a.id = s.assessment_id
  join appraisal_scheme c on c.authority_id = s.authority_id and c.id = coalesce(r.scheme_id, a.scheme_id)
  join organization_unit u on u.authority_id = s.authority_id and u.id = s.home_unit_id
  where s.authority_id = current_authority() and s.id = of_sitting and current_person() in (s.first_teller, s.second_teller) $$;

-- As before, also for units; a cell about whoever is not on the slips is refused.
create or replace function enter_first_count(of_sitting uuid, new_count uuid, slips_out int, slips_in int, cells jsonb) returns boolean security definer set search_path = public language plpgsql as $$
declare s appraisal_sitting; seats int;
begin
  select * into s from appraisal_sitting where authority_id = current_authority() and id = of_sitting for update;
  if s.id is null or s.first_teller is distinct from current_person() or s.waived_reason is not null or not is_rating(s)
    or exists (select 1 from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state = 'confirmed')
    or exists (select 1 from jsonb_array_elements(cells) cell where (cell->>'subjectId')::uuid not in (select id from on_slips(s))) then return false; end if;
  seats := s.counted + coalesce(s.added, 0);
  update appraisal_count set state = 'rejected', rejection_reason = 'replaced' where authority_id = s.authority_id and sitting_id = s.id and state = 'entered';
  insert into appraisal_count (authority_id, id, round_id, unit_id, panel, source, entitled, handed_out, returned, entered_by, entered_at, sitting_id, office_id)
  values (s.authority_id, new_count, s.round_id, s.unit_id, s.panel, s.source, seats, slips_out, slips_in, current_person(), app_now(), s.id,
    (select a.unit_id from appraisal_assessment a where a.authority_id = s.authority_id and a.id = s.assessment_id));
  insert into appraisal_slip (authority_id, count_id, subject_id, grade, slips)
  select s.authority_id, new_count, (cell->>'subjectId')::uuid, cell->>'grade', (cell->>'slips')::int from jsonb_array_elements(cells) cell;
  return true;
end $$;

-- As before, also for units. A score that only the first teller has is named by its subject alone: its figure would tell his count.
create or replace function enter_second_count(of_sitting uuid, slips_out int, slips_in int, cells jsonb, entry_sha256 text) returns jsonb security definer set search_path = public language plpgsql as $$
declare s appraisal_sitting; c appraisal_count; differing jsonb; used int;
begin
  select * into s from appraisal_sitting where authority_id = current_authority() and id = of_sitting for update;
  if s.id is null or s.second_teller is distinct from current_person() or not is_rating(s) then return null; end if;
  select * into c from appraisal_count where authority_id = s.authority_id and sitting_id = s.id and state = 'entered' for update;
  if c.id is null or c.entered_by = current_person() then return null; end if;
  select coalesce(jsonb_agg(d.cell), '[]') into differing from (
    select jsonb_build_object('subjectId', null, 'grade', 'handedOut') as cell where c.handed_out <> slips_out
    union all select jsonb_build_object('subjectId', null, 'grade', 'returned') where c.returned <> slips_in
    union all select distinct jsonb_build_object('subjectId', coalesce(a.subject_id, b.subject_id), 'grade', coalesce(b.grade, 'scores'))
    from (select subject_id, grade, slips from appraisal_slip where authority_id = s.authority_id and count_id = c.id) a
    full join (select (x->>'subjectId')::uuid as subject_id, x->>'grade' as grade, (x->>'slips')::int as slips from jsonb_array_elements(cells) x) b on a.subject_id = b.subject_id and a.grade = b.grade
    where a.slips is distinct from b.slips) d;
  if differing = '[]' then
    update appraisal_count set state = 'confirmed', confirmed_by = current_person(), confirmed_at = app_now(), second_entry_sha256 = entry_sha256 where authority_id = c.authority_id and id = c.id;
    return jsonb_build_object('matched', true, 'differing', differing, 'triesLeft', 0);
  end if;
  used := c.mismatches + 1;
  update appraisal_count set mismatches = used, state = case when used >= 3 then 'rejected' else state end,
    rejection_reason = case when used >= 3 then 'the two counts differ three times' end where authority_id = c.authority_id and id = c.id;
  return jsonb_build_object('matched', false, 'differing', differing, 'triesLeft', greatest(0, 3 - used));
end $$;

-- What of assessments in rating waits for the caller: slips to count, and the rating of the unit he leads or of the units below it.
create function unit_rating_asks(of_authority uuid, of_account uuid, me uuid)
returns table (key text, kind text, object_id uuid, person_id uuid, unit_id uuid, level text, due_on date, since timestamptz, amount int, detail text) stable language sql as $$
  select 'member', 'countSlips', s.id, me, s.home_unit_id, null::text, null::date, a.computed_at, 1, s.panel
  from appraisal_sitting s join appraisal_assessment a on a.authority_id = of_authority and a.id = s.assessment_id and a.state = 'rating'
  left join appraisal_count c on c.authority_id = of_authority and c.sitting_id = s.id and c.state <> 'rejected'
  where s.authority_id = of_authority and s.waived_reason is null and ((s.first_teller = me and c.id is null) or (s.second_teller = me and c.state = 'entered'))
  union all
  select k.key, 'rateUnits', a.id, null, k.unit_id, null, null, a.computed_at, count(*)::int, s.title
  from account_capacities(of_authority, of_account) k
  join appraisal_assessed_unit x on x.authority_id = of_authority and x.in_rating and (x.unit_id = k.unit_id or x.organ_id = k.unit_id)
  join appraisal_assessment a on a.authority_id = of_authority and a.id = x.assessment_id
  join appraisal_scheme s on s.authority_id = of_authority and s.id = a.scheme_id
  cross join lateral (values ('self', x.unit_id), ('superior', case when x.organ_id <> x.unit_id and x.organ_id <> a.unit_id then x.organ_id end)) as panel (source, rater)
  where k.role in ('branchSecretary', 'organCommittee') and panel.rater = k.unit_id
    and jsonb_path_exists(s.document, '$.groups[*].indicators[*].method.sources[*] ? (@.source == $source)', jsonb_build_object('source', panel.source))
    and not exists (select 1 from appraisal_rating g where g.authority_id = of_authority and g.assessed_id = x.id and g.source = panel.source)
  group by k.key, a.id, k.unit_id, a.computed_at, s.title $$;
revoke execute on function unit_rating_asks(uuid, uuid, uuid) from public;
create or replace function my_asks() returns table (capacity_key text, kind text, object_id uuid, person_id uuid, person_name text, unit_id uuid, unit_name text, level text, due_on date, since timestamptz, amount int, detail text)
stable security definer set search_path = public language sql as $$
  select x.key, x.kind, x.object_id, x.person_id, (select m.name from membership_member m where m.authority_id = c.authority_id and m.id = x.person_id),
    x.unit_id, (select u.name from organization_unit u where u.authority_id = c.authority_id and u.id = x.unit_id), x.level, x.due_on, x.since, x.amount, x.detail
  from current_context() c
  cross join lateral (
    select 'member' as key, o.* from own_asks(c.authority_id, c.person_id, app_today()) o
    union all
    select k.key, o.* from account_capacities(c.authority_id, c.account_id) k cross join lateral office_asks(c.authority_id, c.person_id, k.role, k.unit_id, app_today()) o
    union all
    select u.* from unit_rating_asks(c.authority_id, c.account_id, c.person_id) u
  ) x
  where c.person_id is not null
  order by x.due_on nulls last, x.since, x.kind, x.object_id $$;
create index on appraisal_assessed_unit (authority_id, unit_id) where in_rating;
create index on appraisal_assessed_unit (authority_id, organ_id) where in_rating;
