-- A district's work committee appraises the secretaries of the branches and organs it leads, as the city's does (R0.8).
drop policy ships on appraisal_scheme;
create policy ships on appraisal_scheme for insert to jiannuo_app with check (authority_id = (select current_authority()) and state = 'published' and published_by is null and drafted_by is null
  and owner_unit_id = (select city_scheme_owner(current_authority())) and (select current_role_name()) in ('branchSecretary', 'organCommittee', 'districtCommittee', 'cityCommittee'));

-- Secretaries of the branches the unit leads itself: a work committee's own, not those of the organs below it.
create or replace function appraisal_pool(of_authority uuid, pool text, of_unit uuid, on_day date) returns int stable security definer set search_path = public language plpgsql as $$ begin
  if of_authority <> current_authority() or not office_over(of_unit) then return null; end if;
  return case
    when pool in ('branchMembers', 'branchMembersExceptSubject') then (select count(*) from membership_belonging b
      join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.state = 'inService' and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
      where b.authority_id = of_authority and b.unit_id = of_unit and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day))
    when pool in ('branchSecretariesOfOrgan', 'branchSecretariesOfOrganExceptSubject') then (select count(distinct o.person_id) from organization_post o
      join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id and u.kind in ('branch', 'jointBranch', 'temporaryOrganization', 'generalBranch')
      join organization_place p on p.authority_id = o.authority_id and p.unit_id = o.unit_id
      where o.authority_id = of_authority and o.kind = 'secretary' and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day) and p.path like '%/' || of_unit::text || '/%'
        and leader_of(of_authority, o.unit_id, array['organCommittee', 'workCommittee', 'districtWorkCommittee']) = of_unit)
    when pool = 'partyGroupMembers' then (select count(distinct o.person_id) from organization_relation r
      join organization_post o on o.authority_id = r.authority_id and o.unit_id = r.upper_id and o.kind in ('partyGroupSecretary', 'partyGroupMember') and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
      where r.authority_id = of_authority and r.kind = 'leadsConcretely' and r.lower_id = of_unit and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day))
  end;
end $$;

-- As before, but a district's work committee is asked too.
create or replace function office_asks(of_authority uuid, me uuid, of_role text, of_unit uuid, on_day date)
returns table (kind text, object_id uuid, person_id uuid, unit_id uuid, level text, due_on date, since timestamptz, amount int, detail text)
stable rows 10 set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
declare
  led uuid[] := array[of_unit];
begin
  if of_role not in ('branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee') then return; end if;
  if of_role = 'organCommittee' then
    led := (select array_agg(p.unit_id) from organization_place p join organization_place mine on mine.authority_id = p.authority_id and mine.unit_id = of_unit where p.authority_id = of_authority and p.path like mine.path || '%');
  end if;
  return query
  with begun as (
    select y.id, y.year, p.phase, p.from_on, p.until_on - 1 as last_day from cycle_year y join cycle_phase p on p.authority_id = y.authority_id and p.cycle_id = y.id
    where y.authority_id = of_authority and y.state = 'open' and p.from_on <= on_day
  ), reviewed as (
    select p.* from pledge_pledge p where p.authority_id = of_authority and p.reviewer_unit_id = of_unit and p.person_id <> me and p.cycle_id in (select id from begun)
  ), rounds as (
    select r.* from appraisal_round r where r.authority_id = of_authority and r.unit_id = of_unit and r.cycle_id in (select id from begun)
  )
  -- What waits for an office.
  select case when p.amends is null then 'reviewPledge' else 'reviewAmendment' end, p.id, p.person_id, p.unit_id, p.level, p.review_due_on, p.submitted_at, 1, p.amendment_reason
  from reviewed p where p.state = 'submitted'
  union all
  select 'openNotice', p.id, p.person_id, p.unit_id, p.level, null, p.approved_at, 1, null from reviewed p where p.state = 'approved'
  union all
  select 'confirmMidYear', p.id, p.person_id, p.unit_id, p.level, b.last_day, m.checked_at, 1, m.note
  from reviewed p join pledge_midyear m on m.authority_id = of_authority and m.pledge_id = p.id and m.confirmed_at is null
  left join begun b on b.id = p.cycle_id and b.phase = 'midYear' where p.state in ('inForce', 'amending')
  union all
  select 'acceptRectification', i.id, p.person_id, p.unit_id, p.level, null, r.done_at, 1, i.title
  from reviewed p join pledge_rectification r on r.authority_id = of_authority and r.pledge_id = p.id and r.state = 'done'
  join pledge_item i on i.authority_id = of_authority and i.id = r.item_id where p.state in ('inForce', 'amending')
  union all
  select 'remarkReport', p.id, p.person_id, p.unit_id, p.level, b.last_day, r.submitted_at, 1, null
  from reviewed p join pledge_report r on r.authority_id = of_authority and r.pledge_id = p.id and r.state = 'submitted' and r.remarked_at is null
  left join begun b on b.id = p.cycle_id and b.phase = 'reporting'
  union all
  select 'answerObjection', n.id, null, n.unit_id, null, n.closes_on - 1, o.raised_at, 1, n.title
  from disclosure_objection o join disclosure_notice n on n.authority_id = of_authority and n.id = o.notice_id
  where o.authority_id = of_authority and o.reviewer_unit_id = of_unit and o.state = 'raised' and o.person_id <> me
  union all
  -- Reviews that were overdue went up, the appraisal did not: what an organ appraises it finds among all it leads.
  select 'openRound', p.cycle_id, null, of_unit, p.level, b.last_day, null, count(distinct p.person_id)::int, null
  from pledge_pledge p join begun b on b.id = p.cycle_id and b.phase = 'rating'
  where p.authority_id = of_authority and p.state in ('inForce', 'amending', 'closed') and (p.reviewer_unit_id = of_unit or p.unit_id = any (led))
    and appraising_unit(of_authority, p.level, p.unit_id, p.reviewer_unit_id) = of_unit
    and not exists (select 1 from appraisal_round r where r.authority_id = of_authority and r.cycle_id = p.cycle_id and r.level = p.level and r.unit_id = of_unit)
  group by p.cycle_id, p.level, b.last_day
  union all
  select 'rateOrganisation', r.id, s.person_id, s.home_unit_id, r.level, b.last_day, r.opened_at, 1, null
  from rounds r join appraisal_subject s on s.authority_id = of_authority and s.round_id = r.id and s.person_id <> me
  left join begun b on b.id = r.cycle_id and b.phase = 'rating'
  where r.state = 'rating' and not exists (select 1 from appraisal_rating g where g.authority_id = of_authority and g.subject_id = s.id and g.source = 'organisation')
  union all
  select case r.state when 'computed' then 'decideResults' when 'decided' then 'releaseResults' else 'fileResults' end, r.id, null, r.unit_id, r.level,
    case when r.state = 'objection' then filing.last_day else grading.last_day end, coalesce(r.decided_at, r.computed_at), subjects.n, null
  from rounds r
  left join begun grading on grading.id = r.cycle_id and grading.phase = 'grading'
  left join begun filing on filing.id = r.cycle_id and filing.phase = 'filing'
  cross join lateral (select count(*)::int as n from appraisal_subject s where s.authority_id = of_authority and s.round_id = r.id) subjects
  where r.state in ('computed', 'decided') or (r.state = 'objection' and r.objection_until <= on_day and not exists (select 1 from appraisal_objection o
    join appraisal_result x on x.authority_id = o.authority_id and x.id = o.result_id where o.authority_id = of_authority and x.round_id = r.id and o.state in ('raised', 'examining')))
  union all
  select 'answerResultObjection', o.id, o.person_id, o.unit_id, r.level, o.due_on, o.raised_at, 1, o.node
  from rounds r join appraisal_result x on x.authority_id = of_authority and x.round_id = r.id
  join appraisal_objection o on o.authority_id = of_authority and o.result_id = x.id and o.state in ('raised', 'examining') and o.person_id <> me;
end $$;
