-- Appraisal in the hall: sittings of paper panels with two tellers, the frozen input of a computation, and the narrow doors
-- that tellers and the city committee need through the second wall.

-- The name as it stood when the round was opened: a filed document does not change when a person does.
alter table appraisal_subject add column name text not null default '';
-- What a filed result says about low fulfilment, of Party items or of business items (R4.10).
alter table appraisal_filed_result add column low text[] not null default '{}';

-- One sitting per paper panel and place where slips are handed out: the branch, the organ, or each organ of a city-wide round.
-- counted: raters found from memberships and posts; added: representatives whom the organiser names by number.
create table appraisal_sitting (
  authority_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  home_unit_id uuid not null,
  panel text not null,
  source text not null,
  counted int not null check (counted >= 0),
  added int check (added between 0 and 500),
  takes_added boolean not null,
  minimum int not null check (minimum >= 5),
  first_teller uuid,
  first_teller_name text,
  second_teller_name text,
  second_teller uuid check (second_teller <> first_teller),
  waived_reason text,
  primary key (authority_id, id),
  unique (authority_id, round_id, panel, home_unit_id),
  foreign key (authority_id, round_id) references appraisal_round
);
create index on appraisal_sitting (authority_id, first_teller);
create index on appraisal_sitting (authority_id, second_teller);
alter table appraisal_count add column sitting_id uuid, add column mismatches int not null default 0;
alter table appraisal_count add foreign key (authority_id, sitting_id) references appraisal_sitting;
drop index appraisal_count_authority_id_round_id_panel_idx;
create unique index on appraisal_count (authority_id, sitting_id) where state <> 'rejected';

-- The input of the last computation, as canonical text: what is filed is exactly what was scored.
create table appraisal_computation (
  authority_id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  input text not null,
  sha256 text not null,
  computed_by uuid not null,
  computed_at timestamptz not null,
  primary key (authority_id, round_id),
  foreign key (authority_id, round_id) references appraisal_round
);
select protect('appraisal_sitting', 'unit_id', null, 'false');
select protect('appraisal_computation', 'unit_id', null, 'false');
-- Tellers find what they count, and what they entered themselves; the other's figures they never see.
create policy counting on appraisal_sitting for select to jiannuo_app using (authority_id = (select current_authority()) and (select current_person()) in (first_teller, second_teller));
create policy entered on appraisal_count for select to jiannuo_app using (authority_id = (select current_authority()) and entered_by = (select current_person()));
-- The first round of a year brings the shipped scheme along, whoever opens it.
create policy ships on appraisal_scheme for insert to jiannuo_app with check (authority_id = (select current_authority()) and version = 1 and published_by is null
  and (select current_role_name()) in ('branchSecretary', 'organCommittee', 'cityCommittee'));
-- A person sees his own rating at once, that of the organisation only with the released result.
drop policy scope on appraisal_rating;
create policy scope on appraisal_rating to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all())
  or (unit_id = any ((select visible_units())::uuid[]) and (select current_role_name()) not in ('member', 'partyGroupMember'))
  or (person_id = (select current_person()) and source = 'self')));
-- The city committee runs the rounds of Party group secretaries in its own name.
do $$ declare target text; begin
  foreach target in array array['appraisal_round', 'appraisal_subject', 'appraisal_rating', 'appraisal_count', 'appraisal_sitting', 'appraisal_ruling', 'appraisal_computation',
    'appraisal_result', 'appraisal_objection', 'appraisal_filing', 'appraisal_filed_result'] loop
    execute format('create policy city on %I to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = ''cityCommittee'' and unit_id = (select (current_context()).unit_id))', target);
  end loop;
end $$;

-- Who is appraised at a level by a unit: those with a pledge in force or closed; the latest version counts.
-- Fulfilment = sum of weight times min(1, achieved / target); done and rectified count whole, excused ones stay out; without a target `achieved` is in percent.
create function appraisal_pledges(of_authority uuid, of_cycle uuid, of_level text, of_unit uuid)
returns table (pledge_id uuid, person_id uuid, name text, home_unit_id uuid, organ_id uuid, organ_class text, probationary boolean, fulfilment numeric, party_fulfilment numeric, business_fulfilment numeric)
stable language sql as $$
  with pledged as (
    select distinct on (p.person_id) p.id, p.person_id, p.unit_id from pledge_pledge p
    where p.authority_id = of_authority and p.cycle_id = of_cycle and p.level = of_level and p.reviewer_unit_id = of_unit and p.state in ('inForce', 'amending', 'closed')
    order by p.person_id, p.version desc, p.id
  ), share as (
    select i.pledge_id, i.kind, i.weight, case
      when i.state in ('done', 'rectified') then 1
      when i.target > 0 then greatest(0, least(1, coalesce(i.achieved, 0) / i.target))
      when i.target is null then greatest(0, least(1, coalesce(i.achieved, 0) / 100))
      else 0 end as done
    from pledge_item i join pledged p on p.id = i.pledge_id where i.authority_id = of_authority and i.state <> 'excused'
  ), fulfilled as (
    select pledge_id, sum(weight * done) / nullif(sum(weight), 0) as whole,
      sum(weight * done) filter (where kind = 'party') / nullif(sum(weight) filter (where kind = 'party'), 0) as party,
      sum(weight * done) filter (where kind = 'business') / nullif(sum(weight) filter (where kind = 'business'), 0) as business
    from share group by pledge_id
  )
  select p.id, p.person_id, m.name, p.unit_id, o.organ_id, u.organ_class,
    coalesce((select s.kind = 'probationary' from membership_standing s where s.authority_id = of_authority and s.member_id = p.person_id and s.from_on <= app_today() and (s.until_on is null or s.until_on > app_today()) limit 1), false),
    trim_scale(round(f.whole, 6)), trim_scale(round(f.party, 6)), trim_scale(round(f.business, 6))
  from pledged p
  join membership_member m on m.authority_id = of_authority and m.id = p.person_id
  left join organization_place o on o.authority_id = of_authority and o.unit_id = p.unit_id
  left join organization_unit u on u.authority_id = of_authority and u.id = o.organ_id
  left join fulfilled f on f.pledge_id = p.id
  order by m.name, p.person_id $$;

-- Units for which the caller could open a round: pledges in force that no round holds yet.
create function appraisal_openable(of_authority uuid, of_cycle uuid) returns table (level text, unit_id uuid, unit_name text, unit_kind text, subjects int) stable language sql as $$
  select p.level, p.reviewer_unit_id, u.name, u.kind, count(distinct p.person_id)::int
  from pledge_pledge p join organization_unit u on u.authority_id = p.authority_id and u.id = p.reviewer_unit_id
  where p.authority_id = of_authority and p.cycle_id = of_cycle and p.state in ('inForce', 'amending', 'closed')
    and not exists (select 1 from appraisal_round r where r.authority_id = p.authority_id and r.cycle_id = p.cycle_id and r.level = p.level and r.unit_id = p.reviewer_unit_id)
  group by p.level, p.reviewer_unit_id, u.name, u.kind order by p.level, u.name, p.reviewer_unit_id $$;

-- Does the caller's office lie over the unit, today and under unified leadership?
create function office_over(of_unit uuid) returns boolean stable language sql as $$
  select coalesce(current_role_name() not in ('member', 'partyGroupMember') and (sees_all() or of_unit = any (visible_units()) or (current_role_name() = 'cityCommittee' and of_unit = (current_context()).unit_id)), false) $$;

-- Raters of one pool at a place, counted from memberships and posts; null for representatives, whom nobody can count from a roster.
create function appraisal_pool(of_authority uuid, pool text, of_unit uuid, on_day date) returns int stable security definer set search_path = public language plpgsql as $$ begin
  if of_authority <> current_authority() or not office_over(of_unit) then return null; end if;
  return case
    when pool in ('branchMembers', 'branchMembersExceptSubject') then (select count(*) from membership_belonging b
      join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.state = 'inService' and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
      where b.authority_id = of_authority and b.unit_id = of_unit and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day))
    when pool in ('branchSecretariesOfOrgan', 'branchSecretariesOfOrganExceptSubject') then (select count(distinct o.person_id) from organization_post o
      join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id and u.kind in ('branch', 'jointBranch', 'temporaryOrganization', 'generalBranch')
      join organization_place p on p.authority_id = o.authority_id and p.unit_id = o.unit_id
      where o.authority_id = of_authority and o.kind = 'secretary' and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day) and p.path like '%/' || of_unit::text || '/%')
    when pool = 'partyGroupMembers' then (select count(distinct o.person_id) from organization_relation r
      join organization_post o on o.authority_id = r.authority_id and o.unit_id = r.upper_id and o.kind in ('partyGroupSecretary', 'partyGroupMember') and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
      where r.authority_id = of_authority and r.kind = 'leadsConcretely' and r.lower_id = of_unit and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day))
  end;
end $$;

-- Tellers come from the organ in which the slips are counted and are not appraised in the round. Names only, for whoever runs the round.
create function teller_candidates(of_sitting uuid, matching text, most int) returns table (person_id uuid, name text, unit_name text) stable security definer set search_path = public language sql as $$
  select m.id, m.name, u.name from appraisal_sitting s
  join appraisal_round r on r.authority_id = s.authority_id and r.id = s.round_id
  join organization_place home on home.authority_id = s.authority_id and home.unit_id = s.home_unit_id
  left join organization_place organ on organ.authority_id = s.authority_id and organ.unit_id = home.organ_id
  join organization_place p on p.authority_id = s.authority_id and p.path like coalesce(organ.path, home.path) || '%'
  join membership_belonging b on b.authority_id = s.authority_id and b.unit_id = p.unit_id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
  join membership_member m on m.authority_id = b.authority_id and m.id = b.member_id
  join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  where s.authority_id = current_authority() and s.id = of_sitting and office_over(s.unit_id)
    and not exists (select 1 from appraisal_subject x where x.authority_id = s.authority_id and x.round_id = s.round_id and x.person_id = m.id)
    and (matching = '' or position(lower(matching) in lower(m.name)) > 0 or m.pinyin like lower(matching) || '%' or m.initials like lower(matching) || '%')
  order by u.name, m.pinyin, m.id limit most $$;

-- The counting sheet: names and nothing else of those on the slips, for the two tellers of the sitting alone.
create function teller_sheet(of_sitting uuid) returns jsonb stable security definer set search_path = public language sql as $$
  select jsonb_build_object('sittingId', s.id, 'roundId', r.id, 'level', r.level, 'state', r.state, 'schemeId', r.scheme_id, 'panel', s.panel, 'source', s.source,
    'unitName', u.name, 'counted', s.counted, 'added', s.added, 'takesAdded', s.takes_added, 'minimum', s.minimum, 'waived', s.waived_reason is not null, 'other', (select m.name from membership_member m where m.authority_id = s.authority_id and m.id = case when s.first_teller = current_person() then s.second_teller else s.first_teller end),
    'teller', case when s.first_teller = current_person() then 'first' else 'second' end,
    'entry', (select c.state from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state <> 'rejected'),
    'rejected', (select count(*) from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state = 'rejected'),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name, x.id), '[]') from appraisal_subject x
      where x.authority_id = s.authority_id and x.round_id = s.round_id and (s.home_unit_id = s.unit_id or x.home_unit_id = s.home_unit_id)))
  from appraisal_sitting s
  join appraisal_round r on r.authority_id = s.authority_id and r.id = s.round_id
  join organization_unit u on u.authority_id = s.authority_id and u.id = s.home_unit_id
  where s.authority_id = current_authority() and s.id = of_sitting and current_person() in (s.first_teller, s.second_teller) $$;

-- The first teller's figures; an entry not yet confirmed is replaced. False when he is not the first teller or the round is not rating.
create function enter_first_count(of_sitting uuid, new_count uuid, slips_out int, slips_in int, cells jsonb) returns boolean security definer set search_path = public language plpgsql as $$
declare s appraisal_sitting; seats int;
begin
  select * into s from appraisal_sitting where authority_id = current_authority() and id = of_sitting for update;
  if s.id is null or s.first_teller is distinct from current_person() or s.waived_reason is not null
    or not exists (select 1 from appraisal_round r where r.authority_id = s.authority_id and r.id = s.round_id and r.state = 'rating')
    or exists (select 1 from appraisal_count c where c.authority_id = s.authority_id and c.sitting_id = s.id and c.state = 'confirmed') then return false; end if;
  seats := s.counted + coalesce(s.added, 0);
  update appraisal_count set state = 'rejected', rejection_reason = 'replaced' where authority_id = s.authority_id and sitting_id = s.id and state = 'entered';
  insert into appraisal_count (authority_id, id, round_id, unit_id, panel, source, entitled, handed_out, returned, entered_by, entered_at, sitting_id)
  values (s.authority_id, new_count, s.round_id, s.unit_id, s.panel, s.source, seats, slips_out, slips_in, current_person(), app_now(), s.id);
  insert into appraisal_slip (authority_id, count_id, subject_id, grade, slips)
  select s.authority_id, new_count, (cell->>'subjectId')::uuid, cell->>'grade', (cell->>'slips')::int from jsonb_array_elements(cells) cell;
  return true;
end $$;

-- The second teller's own count, compared cell by cell. Agreement confirms; else the differing cells are named without the first's figures,
-- and the third disagreement sends both back to the slips. Null when he is not the second teller or nothing waits for him.
create function enter_second_count(of_sitting uuid, slips_out int, slips_in int, cells jsonb, entry_sha256 text) returns jsonb security definer set search_path = public language plpgsql as $$
declare s appraisal_sitting; c appraisal_count; differing jsonb; used int;
begin
  select * into s from appraisal_sitting where authority_id = current_authority() and id = of_sitting for update;
  if s.id is null or s.second_teller is distinct from current_person()
    or not exists (select 1 from appraisal_round r where r.authority_id = s.authority_id and r.id = s.round_id and r.state = 'rating') then return null; end if;
  select * into c from appraisal_count where authority_id = s.authority_id and sitting_id = s.id and state = 'entered' for update;
  if c.id is null or c.entered_by = current_person() then return null; end if;
  select coalesce(jsonb_agg(d.cell), '[]') into differing from (
    select jsonb_build_object('subjectId', null, 'grade', 'handedOut') as cell where c.handed_out <> slips_out
    union all select jsonb_build_object('subjectId', null, 'grade', 'returned') where c.returned <> slips_in
    union all select jsonb_build_object('subjectId', coalesce(a.subject_id, b.subject_id), 'grade', coalesce(a.grade, b.grade))
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

-- The unit that keeps a filed round: above a branch the organ committee, above an organ the work committee; those two upper rounds stay where they are.
create function managing_unit(of_authority uuid, of_level text, of_unit uuid) returns uuid stable language sql as $$
  select coalesce(case of_level
    when 'member' then leader_of(of_authority, of_unit, array['organCommittee', 'workCommittee', 'districtWorkCommittee'])
    when 'branchSecretary' then leader_of(of_authority, of_unit, array['workCommittee', 'districtWorkCommittee']) end, of_unit) $$;
