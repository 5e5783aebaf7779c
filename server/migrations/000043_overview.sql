-- What the first screens of the offices read: counts by unit, never a person's paper. Each function answers for the caller's own scope only.

-- The units an office may count; null stands for all of them, an empty list for members and for offices without units.
create function office_units() returns uuid[] stable language sql as $$
  select case when sees_all() then null when current_role_name() in ('member', 'partyGroupMember') then '{}'::uuid[] else coalesce(visible_units(), '{}') end $$;

-- Is the item's target a bound, read from the words beside the figure (≤5天, 压到5天, 5天以内)? The same words as where fulfilment is written.
create function is_bound(title text, target numeric, unit text) returns boolean immutable language plpgsql as $$
declare
  said text := normalize(left(title, 400), NFKC);
  rest text := said;
  found text[];
begin
  loop
    found := regexp_match(rest, '(?:≤|<=|不超过|不高于|不多于|不大于|至多|最多|控制[在到]|[压降缩减][^，。；]{0,6}[到至为]|(?<!不)(?:少于|低于|小于))[^0-9，。；]{0,4}([0-9]+(?:\.[0-9]+)?)(?![0-9.])(.*)$');
    exit when found is null;
    if found[1]::numeric = target then return true; end if;
    rest := found[2];
  end loop;
  rest := case when said ~ '以内|以下|之内' then said else '' end;
  loop
    found := regexp_match(rest, '(?<![0-9.])([0-9]+(?:\.[0-9]+)?)\s*([^0-9\s，。；]{0,20})(?:以内|以下|之内)(.*)$');
    exit when found is null;
    if found[1]::numeric = target and found[2] in ('', regexp_replace(unit, '[^一-鿿a-zA-Z]', '', 'g')) then return true; end if;
    rest := found[3];
  end loop;
  return false;
end $$;
-- The light of every item of a pledge that stands, as rule pledge.light gives it; the parameters are those of the rule's version in force.
-- Nothing reported is no light (grey) until it is due, or silence counts as nothing done. `of_units` null: all.
create function pledge_item_lights(of_authority uuid, of_cycle uuid, of_units uuid[], on_day date, silence boolean, tolerance int, red_behind int, soon_days int)
returns table (pledge_id uuid, unit_id uuid, item_id uuid, light text) stable language sql as $$
  select x.pledge_id, x.unit_id, x.item_id, case
    when x.state = 'excused' then 'grey'
    when x.state in ('done', 'rectified') or w.progress >= 1 then 'green'
    when x.due_on is null or x.start_on is null or on_day < x.start_on or w.progress is null then 'grey'
    when on_day > x.due_on then case when x.state = 'rectifying' then 'yellow' else 'red' end
    when w.behind <= 1e-9 then case when x.due_on - on_day < soon_days then 'yellow' else 'green' end
    when x.state <> 'rectifying' and w.behind > 1e-9 + w.goal * red_behind / 10000 and (not w.counted or w.behind >= 2 - 1e-9) then 'red'
    else 'yellow' end
  from (
    select p.id as pledge_id, p.unit_id, i.id as item_id, i.state, i.due_on, i.target::float8 as target,
      case when p.amends is null then p.in_force_on else first_in_force(p.authority_id, p.id) end as start_on,
      coalesce(i.achieved, case when silence or i.due_on < on_day then 0 end)::float8 as achieved, i.achieved is not null as reported,
      case when i.target is null or i.state in ('done', 'rectified', 'excused') then false when i.target = 0 then true
        when i.title ~ '≤|<=|不超过|不高于|不多于|不大于|至多|最多|控制[在到]|[压降缩减][^，。；]{0,6}[到至为]|少于|低于|小于|以内|以下|之内' then is_bound(i.title, i.target, i.unit) else false end as bound
    from pledge_pledge p
    join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id
    where p.authority_id = of_authority and p.cycle_id = of_cycle and p.state in ('inForce', 'amending', 'closed') and (of_units is null or p.unit_id = any (of_units))
      and not exists (select 1 from pledge_pledge later where later.authority_id = p.authority_id and later.amends = p.id and later.state in ('inForce', 'amending', 'closed'))
    offset 0 -- each row is prepared once
  ) x
  cross join lateral (select x.target is not null and not x.bound as counted,
    case when x.target is not null and not x.bound then x.target else 100 end as goal,
    case when x.bound then case when not x.reported then x.achieved when x.achieved <= x.target then 1 else x.target / x.achieved end
      when x.target is null then x.achieved / 100 else x.achieved / x.target end as progress,
    least(1, greatest(0, (on_day - x.start_on)::float8 / greatest(1, x.due_on - x.start_on + 1))) as elapsed) g
  cross join lateral (select g.goal, g.counted, g.progress,
    case when g.counted then floor(g.goal * g.elapsed + 1e-9) else greatest(0, g.goal * (g.elapsed - tolerance / 10000.0::float8)) end - g.progress * g.goal as behind) w $$;
create index on pledge_pledge (authority_id, amends) where amends is not null;

-- How pledging and fulfilment stand, by the unit a pledge is given in. People are counted under their worst item.
create function pledge_by_unit(of_cycle uuid, on_day date, silence boolean, tolerance int, red_behind int, soon_days int)
returns table (unit_id uuid, owed int, unbegun int, drafted int, submitted int, returned int, approved int, on_notice int, in_force int,
  red_items int, yellow_items int, green_items int, grey_items int, red_people int, yellow_people int, checked int, confirmed int)
stable security definer set search_path = public set jit = off set work_mem = '32MB' language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return query
  with pledged as (
    select o.unit_id, count(*) as owed, count(*) filter (where p.id is null) as unbegun, count(*) filter (where p.state = 'draft') as drafted,
      count(*) filter (where p.state = 'submitted') as submitted, count(*) filter (where p.state = 'returned') as returned, count(*) filter (where p.state = 'approved') as approved,
      count(*) filter (where p.state = 'onNotice') as on_notice, count(*) filter (where p.state in ('inForce', 'amending', 'closed')) as in_force
    from pledge_owners(a, on_day) o
    left join pledge_pledge p on p.authority_id = a and p.cycle_id = of_cycle and p.person_id = o.person_id and p.level = o.level and p.amends is null
    where mine is null or o.unit_id = any (mine) group by o.unit_id
  ), papers as (
    select l.pledge_id, l.unit_id, count(*) filter (where l.light = 'red') as red, count(*) filter (where l.light = 'yellow') as yellow,
      count(*) filter (where l.light = 'green') as green, count(*) filter (where l.light = 'grey') as grey
    from (select * from pledge_item_lights(a, of_cycle, mine, on_day, silence, tolerance, red_behind, soon_days) offset 0) l -- offset 0: each light is computed once
    group by l.pledge_id, l.unit_id
  ), lit as (
    select s.unit_id, sum(s.red) as red, sum(s.yellow) as yellow, sum(s.green) as green, sum(s.grey) as grey, count(*) filter (where s.red > 0) as red_people,
      count(*) filter (where s.red = 0 and s.yellow > 0) as yellow_people, count(m.id) as checked, count(m.confirmed_at) as confirmed
    from papers s left join pledge_midyear m on m.authority_id = a and m.pledge_id = s.pledge_id group by s.unit_id
  )
  select coalesce(p.unit_id, l.unit_id), coalesce(p.owed, 0)::int, coalesce(p.unbegun, 0)::int, coalesce(p.drafted, 0)::int, coalesce(p.submitted, 0)::int, coalesce(p.returned, 0)::int,
    coalesce(p.approved, 0)::int, coalesce(p.on_notice, 0)::int, coalesce(p.in_force, 0)::int, coalesce(l.red, 0)::int, coalesce(l.yellow, 0)::int, coalesce(l.green, 0)::int,
    coalesce(l.grey, 0)::int, coalesce(l.red_people, 0)::int, coalesce(l.yellow_people, 0)::int, coalesce(l.checked, 0)::int, coalesce(l.confirmed, 0)::int
  from pledged p full join lit l on l.unit_id = p.unit_id;
end $$;

-- The same by organ: the organ's own topmost organisation, with the leading Party group that leads it counted to it.
create function pledge_by_organ(of_cycle uuid, on_day date, silence boolean, tolerance int, red_behind int, soon_days int)
returns table (organ_id uuid, organ_name text, organ_class text, adopted boolean, owed int, unbegun int, drafted int, submitted int, returned int, approved int, on_notice int, in_force int,
  red_items int, yellow_items int, green_items int, grey_items int, red_people int, yellow_people int, checked int, confirmed int)
stable security definer set search_path = public set jit = off set work_mem = '32MB' language plpgsql as $$
declare a uuid := current_authority();
begin
  return query
  with led as (
    select distinct on (r.upper_id) r.upper_id, r.lower_id from organization_relation r
    where r.authority_id = a and r.kind = 'leadsConcretely' and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day) order by r.upper_id, r.from_on desc, r.lower_id
  ), counted as (
    select coalesce(led.lower_id, p.organ_id, u.unit_id) as organ, u.*
    from pledge_by_unit(of_cycle, on_day, silence, tolerance, red_behind, soon_days) u
    left join led on led.upper_id = u.unit_id
    left join organization_place p on p.authority_id = a and p.unit_id = u.unit_id
  )
  select o.id, o.name, o.organ_class, exists (select 1 from pledge_adoption d where d.authority_id = a and d.cycle_id = of_cycle and d.unit_id = o.id),
    sum(c.owed)::int, sum(c.unbegun)::int, sum(c.drafted)::int, sum(c.submitted)::int, sum(c.returned)::int, sum(c.approved)::int, sum(c.on_notice)::int, sum(c.in_force)::int,
    sum(c.red_items)::int, sum(c.yellow_items)::int, sum(c.green_items)::int, sum(c.grey_items)::int, sum(c.red_people)::int, sum(c.yellow_people)::int, sum(c.checked)::int, sum(c.confirmed)::int
  from counted c join organization_unit o on o.authority_id = a and o.id = c.organ
  group by o.id, o.name, o.organ_class, o.code order by o.code;
end $$;

-- Pledges submitted and not yet decided. `risen`: the review has left the level that should have done it.
create function pledge_reviews_waiting(on_day date)
returns table (pledge_id uuid, level text, person_name text, unit_id uuid, unit_name text, organ_id uuid, reviewer_unit_id uuid, reviewer_name text, reviewer_kind text, submitted_on date, due_on date, risen boolean)
stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units(); here uuid := (current_context()).unit_id;
begin
  return query
  select p.id, p.level, m.name, u.id, u.name, adopting_organ(a, u.id), r.id, r.name, r.kind, (p.submitted_at at time zone 'Asia/Shanghai')::date, p.review_due_on,
    case p.level when 'member' then r.id <> u.id when 'branchSecretary' then r.id is distinct from leader_of(a, u.id, array['organCommittee', 'workCommittee', 'districtWorkCommittee']) else false end
  from pledge_pledge p
  join organization_unit u on u.authority_id = a and u.id = p.unit_id
  join organization_unit r on r.authority_id = a and r.id = p.reviewer_unit_id
  join membership_member m on m.authority_id = a and m.id = p.person_id
  where p.authority_id = a and p.state = 'submitted' and (mine is null or p.unit_id = any (mine) or (p.reviewer_unit_id = here and mine <> '{}'));
end $$;

-- Other things that stand still, by the unit that has to move: returned pledges not submitted again, rectifications past their day,
-- terms that have ended, objections past their day.
create function overview_stuck(of_cycle uuid, on_day date) returns table (kind text, unit_id uuid, unit_name text, things int, since_on date)
stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return query
  select s.kind, u.id, u.name, count(*)::int, min(s.since)
  from (
    select 'returned' as kind, p.unit_id as unit, (v.decided_at at time zone 'Asia/Shanghai')::date as since
    from pledge_pledge p cross join lateral (select max(r.decided_at) as decided_at from pledge_review r where r.authority_id = a and r.pledge_id = p.id) v
    where p.authority_id = a and p.cycle_id = of_cycle and p.state = 'returned' and v.decided_at is not null
    union all
    select 'rectification', p.unit_id, r.due_on from pledge_rectification r join pledge_pledge p on p.authority_id = a and p.id = r.pledge_id
    where r.authority_id = a and p.cycle_id = of_cycle and r.state in ('open', 'reopened') and r.due_on < on_day
    union all
    select 'term', t.unit_id, coalesce(t.extended_until, t.until_on) from organization_term t
    where t.authority_id = a and t.state <> 'closed' and t.from_on <= on_day and coalesce(t.extended_until, t.until_on) <= on_day
      and not exists (select 1 from organization_term n where n.authority_id = a and n.unit_id = t.unit_id and n.from_on > t.from_on)
    union all
    select 'objection', o.unit_id, o.due_on from appraisal_objection o where o.authority_id = a and o.state in ('raised', 'examining') and o.due_on < on_day
  ) s
  join organization_unit u on u.authority_id = a and u.id = s.unit and (u.dissolved_on is null or u.dissolved_on > on_day)
  where mine is null or s.unit = any (mine)
  group by s.kind, u.id, u.name;
end $$;

-- First days on which the pledges of a year came into force, for the course over the year.
create function pledge_course(of_cycle uuid, on_day date) returns table (in_force_on date, pledges int)
stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return query
  select p.in_force_on, count(*)::int from pledge_pledge p
  where p.authority_id = a and p.cycle_id = of_cycle and p.amends is null and p.in_force_on <= on_day and p.state in ('inForce', 'amending', 'closed') and (mine is null or p.unit_id = any (mine))
  group by p.in_force_on order by p.in_force_on;
end $$;
create function pledges_owed(on_day date) returns int stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return (select count(*)::int from pledge_owners(a, on_day) o where mine is null or o.unit_id = any (mine));
end $$;

-- Branches below a unit with secretary and the term their body serves.
create function branches_at_a_glance(of_unit uuid, on_day date)
returns table (unit_id uuid, unit_name text, unit_kind text, secretary text, term_from date, term_until date, term_extended date, term_state text) stable language sql as $$
  select u.id, u.name, u.kind, h.name, t.from_on, t.until_on, t.extended_until, t.state
  from organization_place top
  join organization_place p on p.authority_id = top.authority_id and p.path like top.path || '%' and p.unit_id <> top.unit_id
  join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id and u.kind in ('generalBranch', 'branch', 'jointBranch', 'temporaryOrganization')
  left join lateral (select n.name from organization_post o cross join lateral post_holder_names(array[o.person_id]) n
    where o.authority_id = u.authority_id and o.unit_id = u.id and o.kind = 'secretary' and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day) order by o.from_on desc limit 1) h on true
  left join lateral (select x.from_on, x.until_on, x.extended_until, x.state from organization_term x
    where x.authority_id = u.authority_id and x.unit_id = u.id and x.from_on <= on_day order by x.from_on desc limit 1) t on true
  where top.authority_id = current_authority() and top.unit_id = of_unit
  order by u.code $$;

-- The roster in figures, for the scope of an office.
create function roster_figures(on_day date)
returns table (grassroots int, temporary int, without_secretary int, units_without_organization int, members int, in_service int, members_without_branch int)
stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return query
  with alive as (
    select u.id, u.kind from organization_unit u where u.authority_id = a and u.founded_on <= on_day and (u.dissolved_on is null or u.dissolved_on > on_day) and (mine is null or u.id = any (mine))
  ), organisations as (
    select x.id, x.kind, exists (select 1 from organization_post o where o.authority_id = a and o.unit_id = x.id and o.kind = 'secretary' and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)) as led
    from alive x where x.kind in ('organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization')
  ), people as (
    select count(*) as members, count(*) filter (where s.state = 'inService') as in_service
    from (select distinct b.member_id from membership_belonging b where b.authority_id = a and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day) and (mine is null or b.unit_id = any (mine))) b
    left join membership_standing s on s.authority_id = a and s.member_id = b.member_id and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
  )
  select (select count(*) from organisations)::int, (select count(*) from organisations o where o.kind = 'temporaryOrganization')::int, (select count(*) from organisations o where not o.led)::int,
    (select count(*) from alive x where x.kind = 'businessUnit' and not exists (select 1 from organization_relation r
      where r.authority_id = a and r.kind = 'formedIn' and r.upper_id = x.id and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day)))::int,
    p.members::int, p.in_service::int,
    case when mine is null then (select count(*) from membership_standing s where s.authority_id = a and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
      and not exists (select 1 from membership_belonging b where b.authority_id = a and b.member_id = s.member_id and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)))::int else 0 end
  from people p;
end $$;

-- Appraisal rounds of a year by level and state, and grades filed in the last year that was filed, in the caller's scope.
create function rounds_at_a_glance(of_cycle uuid) returns table (level text, state text, rounds int) stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units(); here uuid := (current_context()).unit_id;
begin
  return query select r.level, r.state, count(*)::int from appraisal_round r
  where r.authority_id = a and r.cycle_id = of_cycle and (mine is null or (mine <> '{}' and (r.unit_id = any (mine) or r.unit_id = here))) group by r.level, r.state;
end $$;
create function filed_grades() returns table (year int, level text, grade text, people int) stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority(); mine uuid[] := office_units();
begin
  return query
  with seen as (select f.year, f.level, f.grade from appraisal_filed_result f where f.authority_id = a and (mine is null or f.unit_id = any (mine)))
  select s.year, s.level, s.grade, count(*)::int from seen s where s.year = (select max(z.year) from seen z) group by s.year, s.level, s.grade;
end $$;

-- The leading Party group secretaries with their pledge, the state of their appraisal and what was filed: for the city committee alone.
create function party_group_secretaries(of_cycle uuid, on_day date)
returns table (unit_id uuid, unit_name text, organ_class text, person_name text, pledge_id uuid, pledge_state text, submitted_on date, review_due_on date, in_force_on date, round_id uuid, round_state text, filed_grade text, filed_year int)
stable security definer set search_path = public language plpgsql as $$
declare a uuid := current_authority();
begin
  if current_role_name() <> 'cityCommittee' then return; end if;
  return query
  select u.id, u.name, u.organ_class, m.name, p.id, p.state, (p.submitted_at at time zone 'Asia/Shanghai')::date, p.review_due_on, p.in_force_on, r.id, r.state, f.grade, f.year
  from organization_unit u
  left join lateral (select o.person_id from organization_post o where o.authority_id = a and o.unit_id = u.id and o.kind = 'partyGroupSecretary'
    and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day) order by o.from_on desc limit 1) h on true
  left join membership_member m on m.authority_id = a and m.id = h.person_id
  left join lateral (select x.* from pledge_pledge x where x.authority_id = a and x.cycle_id = of_cycle and x.person_id = h.person_id and x.level = 'partyGroupSecretary'
    order by x.state in ('submitted', 'returned', 'approved', 'onNotice') desc, x.version desc limit 1) p on true
  left join lateral (select q.id, q.state from appraisal_round q join appraisal_subject s on s.authority_id = a and s.round_id = q.id and s.person_id = h.person_id
    where q.authority_id = a and q.cycle_id = of_cycle and q.level = 'partyGroupSecretary' limit 1) r on true
  left join lateral (select y.grade, y.year from appraisal_filed_result y where y.authority_id = a and y.person_id = h.person_id and y.level = 'partyGroupSecretary' order by y.year desc limit 1) f on true
  where u.authority_id = a and u.kind = 'leadingPartyGroup' and u.founded_on <= on_day and (u.dissolved_on is null or u.dissolved_on > on_day)
  order by u.code;
end $$;
