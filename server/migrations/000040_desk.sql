-- What waits for a person, in which of his capacities, and the calendar feed he may subscribe to.

-- Everything that waits for one person himself. One row for each thing. Not for the application: it asks my_asks(), which answers about the caller.
-- Written in plpgsql for its kept plan: planning takes longer than the answer.
create function own_asks(of_authority uuid, me uuid, on_day date)
returns table (kind text, object_id uuid, person_id uuid, unit_id uuid, level text, due_on date, since timestamptz, amount int, detail text)
stable rows 10 set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
begin return query
  with begun as (
    select y.id, y.year, p.phase, p.from_on, p.until_on - 1 as last_day from cycle_year y join cycle_phase p on p.authority_id = y.authority_id and p.cycle_id = y.id
    where y.authority_id = of_authority and y.state = 'open' and p.from_on <= on_day
  ), year_in_hand as (
    select id from begun order by year = extract(year from on_day) desc, year desc limit 1
  ), standing as (
    select p.* from pledge_pledge p where p.authority_id = of_authority and p.person_id = me and p.state in ('inForce', 'amending') and p.cycle_id in (select id from begun)
  )
  -- The person's own: the pledge of the year in hand, until it is with its reviewer.
  select case when p.state = 'returned' then 'mendPledge' when p.id is not null and titled.n > 0 then 'finishPledge' else 'writePledge' end,
    p.id, me, o.unit_id, o.level, b.last_day, p.saved_at, case when p.state = 'returned' then remarks.n else titled.n end, last_round.reason
  from pledge_owners(of_authority, on_day) o
  join begun b on b.phase = 'pledging' and b.id = (select id from year_in_hand)
  left join pledge_pledge p on p.authority_id = of_authority and p.cycle_id = b.id and p.person_id = me and p.level = o.level and p.amends is null
  cross join lateral (select count(*)::int as n from pledge_item i where i.authority_id = of_authority and i.pledge_id = p.id and i.title <> '') titled
  cross join lateral (select count(*)::int as n from pledge_comment c where c.authority_id = of_authority and c.pledge_id = p.id and not c.settled) remarks
  left join lateral (select r.reason from pledge_review r where r.authority_id = of_authority and r.pledge_id = p.id order by r.round desc limit 1) last_round on true
  where o.person_id = me and o.reviewer_unit_id is not null and coalesce(p.state, 'draft') in ('draft', 'returned')
  union all
  select case p.state when 'returned' then 'mendPledge' else 'finishAmendment' end, p.id, me, p.unit_id, p.level, null, p.saved_at,
    (select count(*)::int from pledge_comment c where c.authority_id = of_authority and c.pledge_id = p.id and not c.settled), p.amendment_reason
  from pledge_pledge p where p.authority_id = of_authority and p.person_id = me and p.amends is not null and p.state in ('draft', 'returned') and p.cycle_id in (select id from begun)
  union all
  -- The mid-year check, late ones until reports are due. `amount` counts the items that do not move by themselves; `detail` the others.
  select 'checkMidYear', p.id, me, p.unit_id, p.level, b.last_day, null, items.own, items.fed::text
  from standing p join begun b on b.id = p.cycle_id and b.phase = 'midYear'
  cross join lateral (select count(*) filter (where i.fact_kind is null)::int as own, count(*) filter (where i.fact_kind is not null) as fed
    from pledge_item i where i.authority_id = of_authority and i.pledge_id = p.id and i.state not in ('done', 'rectified', 'excused')) items
  where not exists (select 1 from pledge_midyear m where m.authority_id = of_authority and m.pledge_id = p.id)
    and not exists (select 1 from begun r where r.id = p.cycle_id and r.phase = 'reporting')
  union all
  select 'rectify', i.id, me, p.unit_id, p.level, r.due_on, r.opened_at, 1, i.title
  from standing p join pledge_rectification r on r.authority_id = of_authority and r.pledge_id = p.id and r.state in ('open', 'reopened')
  join pledge_item i on i.authority_id = of_authority and i.id = r.item_id
  union all
  select 'answerSample', i.id, me, p.unit_id, p.level, s.due_on, s.drawn_at, 1, i.title
  from standing p join pledge_sample s on s.authority_id = of_authority and s.pledge_id = p.id and s.answered_at is null
  join pledge_item i on i.authority_id = of_authority and i.id = s.item_id
  union all
  select 'writeReport', p.id, me, p.unit_id, p.level, b.last_day, null, 1, null
  from standing p join begun b on b.id = p.cycle_id and b.phase = 'reporting'
  where not exists (select 1 from pledge_report r where r.authority_id = of_authority and r.pledge_id = p.id and r.state = 'submitted')
  union all
  select 'rateSelf', s.id, me, s.home_unit_id, r.level, b.last_day, r.opened_at, 1, null
  from appraisal_subject s join appraisal_round r on r.authority_id = of_authority and r.id = s.round_id and r.state = 'rating'
  left join begun b on b.id = r.cycle_id and b.phase = 'rating'
  where s.authority_id = of_authority and s.person_id = me
    and not exists (select 1 from appraisal_rating g where g.authority_id = of_authority and g.subject_id = s.id and g.source = 'self')
  union all
  select 'readResult', x.id, me, s.home_unit_id, r.level, r.objection_until - 1, x.released_at, 1, null
  from appraisal_result x join appraisal_round r on r.authority_id = of_authority and r.id = x.round_id and r.state = 'objection' and r.objection_until > on_day
  join appraisal_subject s on s.authority_id = of_authority and s.id = x.subject_id
  where x.authority_id = of_authority and x.person_id = me and x.released_at is not null
    and not exists (select 1 from appraisal_objection o where o.authority_id = of_authority and o.result_id = x.id)
  union all
  -- Slips to count: the first teller until he has entered, then the second.
  select 'countSlips', s.id, me, s.home_unit_id, null, b.last_day, r.opened_at, 1, s.panel
  from appraisal_sitting s join appraisal_round r on r.authority_id = of_authority and r.id = s.round_id and r.state = 'rating'
  left join begun b on b.id = r.cycle_id and b.phase = 'rating'
  left join appraisal_count c on c.authority_id = of_authority and c.sitting_id = s.id and c.state <> 'rejected'
  where s.authority_id = of_authority and s.waived_reason is null and ((s.first_teller = me and c.id is null) or (s.second_teller = me and c.state = 'entered'))
  union all
  -- A notice one has not looked at: its message is unread.
  select 'lookAtNotice', n.id, null, n.unit_id, null, n.closes_on - 1, n.opened_at, cardinality(n.object_ids), n.title
  from disclosure_notice n where n.authority_id = of_authority and n.state = 'open' and n.closes_on > on_day
    and exists (select 1 from inbox_item i where i.authority_id = of_authority and i.person_id = me and i.read_at is null and i.kind = 'notice.opened' and i.object_id = n.id::text);
end $$;

-- What waits for an office: the unit a role acts for. Rows that are dealt with together share their kind. The person's own matters are never among them.
create function office_asks(of_authority uuid, me uuid, of_role text, of_unit uuid, on_day date)
returns table (kind text, object_id uuid, person_id uuid, unit_id uuid, level text, due_on date, since timestamptz, amount int, detail text)
stable rows 10 set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
begin
  if of_role not in ('branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee') then return; end if;
  return query
  with begun as (
    select y.id, y.year, p.phase, p.from_on, p.until_on - 1 as last_day from cycle_year y join cycle_phase p on p.authority_id = y.authority_id and p.cycle_id = y.id
    where y.authority_id = of_authority and y.state = 'open' and p.from_on <= on_day
  ), reviewed as (
    select p.* from pledge_pledge p where p.authority_id = of_authority and p.reviewer_unit_id = of_unit and p.person_id <> me and p.cycle_id in (select id from begun)
  ), rounds as (
    select r.* from appraisal_round r where r.authority_id = of_authority and r.unit_id = of_unit and r.cycle_id in (select id from begun) and of_role <> 'districtCommittee'
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
  select 'openRound', p.cycle_id, null, of_unit, p.level, b.last_day, null, count(distinct p.person_id)::int, null
  from reviewed p join begun b on b.id = p.cycle_id and b.phase = 'rating'
  where p.state in ('inForce', 'amending', 'closed') and of_role <> 'districtCommittee'
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
revoke execute on function own_asks(uuid, uuid, date), office_asks(uuid, uuid, text, uuid, date) from public;

-- What waits for the caller in each of his capacities. A capacity may be counted without acting in it, so this looks past the second wall;
-- it answers about the caller alone and names only those whose matter lies before him.
create function my_asks() returns table (capacity_key text, kind text, object_id uuid, person_id uuid, person_name text, unit_id uuid, unit_name text, level text, due_on date, since timestamptz, amount int, detail text)
stable security definer set search_path = public language sql as $$
  select x.key, x.kind, x.object_id, x.person_id, (select m.name from membership_member m where m.authority_id = c.authority_id and m.id = x.person_id),
    x.unit_id, (select u.name from organization_unit u where u.authority_id = c.authority_id and u.id = x.unit_id), x.level, x.due_on, x.since, x.amount, x.detail
  from current_context() c
  cross join lateral (
    select 'member' as key, o.* from own_asks(c.authority_id, c.person_id, app_today()) o
    union all
    select k.key, o.* from account_capacities(c.authority_id, c.account_id) k cross join lateral office_asks(c.authority_id, c.person_id, k.role, k.unit_id, app_today()) o
  ) x
  where c.person_id is not null
  order by x.due_on nulls last, x.since, x.kind, x.object_id $$;

-- Running notices of the units the caller belongs to or looks after, as far as he sees them.
create function running_notices(of_authority uuid, on_day date) returns table (id uuid, title text, unit_name text, subject text, objects int, closes_on date) stable language sql as $$
  select n.id, n.title, unit_label(n.authority_id, n.unit_id), n.subject, cardinality(n.object_ids), n.closes_on
  from disclosure_notice n where n.authority_id = of_authority and n.state = 'open' and n.closes_on > on_day order by n.closes_on, n.id $$;
-- The latest filed results of one person, one for each level, with the grade as that year's scheme calls it.
create function last_filed_results(of_authority uuid, of_person uuid) returns table (level text, year int, total text, grade text, title jsonb) stable language sql as $$
  select distinct on (f.level) f.level, f.year, trim_scale(f.total)::text, f.grade,
    (select g->'title' from appraisal_scheme s cross join lateral jsonb_array_elements(s.document->'grades') g
      where s.authority_id = f.authority_id and s.level = f.level and s.year = f.year and g->>'grade' = f.grade order by s.version desc limit 1)
  from appraisal_filed_result f where f.authority_id = of_authority and f.person_id = of_person order by f.level, f.year desc, f.id $$;

-- The calendar feed: whoever holds the secret address reads it, so only the hash of the secret is kept and a new one ends the old.
create table desk_feed (
  authority_id uuid not null references authority,
  person_id uuid not null,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  primary key (authority_id, person_id)
);
select protect('desk_feed', null, 'person_id');

-- What the feed of a secret holds: phases of the open years and the person's own due dates. `until_on` is the first day not covered.
-- `revision` grows whenever an entry of the same uid moves: years by their extensions, items by the version of the pledge, reviews by the days they rose.
-- Null when no active account stands behind the secret.
create function feed_entries(secret_sha256 text) returns jsonb stable security definer set search_path = public language sql as $$
  with reader as (
    select f.authority_id, f.person_id from desk_feed f
    where f.token_sha256 = secret_sha256 and exists (select 1 from identity_account a where a.authority_id = f.authority_id and a.person_id = f.person_id and a.state = 'active')
  ), years as (
    select y.*, (select count(*) from cycle_extension e where e.authority_id = y.authority_id and e.cycle_id = y.id) as moved
    from reader r join cycle_year y on y.authority_id = r.authority_id and y.state = 'open'
  ), standing as (
    select p.* from reader r join pledge_pledge p on p.authority_id = r.authority_id and p.person_id = r.person_id and p.state in ('inForce', 'amending') and p.cycle_id in (select id from years)
  ), entries as (
    select 'phase-' || y.id || '-' || p.phase as uid, 'phase' as kind, p.phase as detail, y.year, p.from_on, p.until_on, y.moved as revision
    from years y join cycle_phase p on p.authority_id = y.authority_id and p.cycle_id = y.id
    union all
    select 'item-' || first.id, 'item', i.title, null, i.due_on, i.due_on + 1, p.version - 1
    from standing p join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id and i.due_on is not null and i.state not in ('done', 'rectified', 'excused')
    cross join lateral (with recursive earlier as (select i.id, i.amends_item, 0 as step union all
      select o.id, o.amends_item, e.step + 1 from earlier e join pledge_item o on o.authority_id = p.authority_id and o.id = e.amends_item where e.step < 50)
      select e.id from earlier e order by e.step desc limit 1) first
    union all
    select 'rectification-' || r.id, 'rectification', i.title, null, r.due_on, r.due_on + 1, 0
    from standing p join pledge_rectification r on r.authority_id = p.authority_id and r.pledge_id = p.id and r.state in ('open', 'reopened')
    join pledge_item i on i.authority_id = p.authority_id and i.id = r.item_id
    union all
    select 'sample-' || s.id, 'sample', i.title, null, s.due_on, s.due_on + 1, 0
    from standing p join pledge_sample s on s.authority_id = p.authority_id and s.pledge_id = p.id and s.answered_at is null
    join pledge_item i on i.authority_id = p.authority_id and i.id = s.item_id
    union all
    -- Without names: a calendar is often shared.
    select 'review-' || p.id || '-' || extract(epoch from p.submitted_at)::bigint, 'review', unit_label(p.authority_id, p.unit_id), null, p.review_due_on, p.review_due_on + 1,
      p.review_due_on - (p.submitted_at at time zone 'Asia/Shanghai')::date
    from reader r join pledge_pledge p on p.authority_id = r.authority_id and p.state = 'submitted' and p.review_due_on is not null and p.person_id <> r.person_id and p.cycle_id in (select id from years)
      and p.reviewer_unit_id in (select o.unit_id from organization_post o where o.authority_id = r.authority_id and o.person_id = r.person_id)
      and exists (select 1 from unit_deciders(r.authority_id, p.reviewer_unit_id, app_today()) d where d.person_id = r.person_id)
  )
  select jsonb_build_object('entries', (select coalesce(jsonb_agg(to_jsonb(e) order by e.from_on, e.uid), '[]') from entries e)) from reader $$;
