-- Whoever only guides reads what was submitted and what was released (trust 4): no draft, no progress of a person, no rating, no result before it is filed.
-- The register of units, posts and members, facts, and counts by unit stay in view.

-- A restrictive policy on top of the others; `given` says what a guided unit has let go of. It binds writing too.
create function protect_from_guide(target text, unit_column text, given text default 'false') returns void language plpgsql as $$ begin
  execute format('create policy guided on %I as restrictive to jiannuo_app using ((%s) or %I <> all ((select guided_units())::uuid[]))', target, given, unit_column);
end $$;
-- Answers past the row level security of rounds, whose own policy looks at subjects.
create function is_filed_round(of_authority uuid, of_round uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (select 1 from appraisal_round r where r.authority_id = of_authority and r.id = of_round and r.state = 'filed') $$;

select protect_from_guide('pledge_pledge', 'unit_id', 'state not in (''draft'', ''returned'') or person_id = (select current_person()) or reviewer_unit_id = (select (current_context()).unit_id)');
select protect_from_guide('pledge_draw', 'unit_id');
select protect_from_guide('appraisal_round', 'unit_id', 'state = ''filed''');
do $$ declare target text; begin
  foreach target in array array['appraisal_subject', 'appraisal_result'] loop
    perform protect_from_guide(target, 'unit_id', 'person_id = (select current_person()) or is_filed_round(authority_id, round_id)');
  end loop;
  foreach target in array array['appraisal_rating', 'appraisal_objection'] loop perform protect_from_guide(target, 'unit_id', 'person_id = (select current_person())'); end loop;
  foreach target in array array['appraisal_count', 'appraisal_sitting', 'appraisal_ruling', 'appraisal_computation'] loop perform protect_from_guide(target, 'unit_id'); end loop;
end $$;

-- As before, but of guided units nothing.
create or replace function protect_fulfilment(target text) returns void language plpgsql as $$ declare seen text; begin
  seen := format('authority_id = (select current_authority()) and exists (select 1 from pledge_pledge parent where parent.authority_id = %1$I.authority_id and parent.id = %1$I.pledge_id
    and (((select sees_all()) and parent.unit_id <> all ((select guided_units())::uuid[])) or parent.person_id = (select current_person()) or ((select current_role_name()) not in (''member'', ''partyGroupMember'')
      and (parent.unit_id = any ((select visible_units())::uuid[]) or parent.reviewer_unit_id = (select (current_context()).unit_id)))))', target);
  execute format('drop policy scope on %I', target);
  execute format('create policy scope on %I to jiannuo_app using (%s) with check (%s)', target, seen, seen);
end $$;
select protect_fulfilment('pledge_progress');
select protect_fulfilment('pledge_rectification');
select protect_fulfilment('pledge_midyear');
select protect_fulfilment('pledge_sample');

create or replace function fulfilment_lines(of_cycle uuid, of_unit uuid, by_organ boolean)
returns table (pledge_id uuid, person_id uuid, unit_id uuid, group_id uuid, level text, reviewer_unit_id uuid, start_on date, checked boolean, confirmed boolean,
  id uuid, title text, target numeric, unit text, achieved numeric, state text, due_on date, weight int)
stable security definer set search_path = public language plpgsql as $$
#variable_conflict use_column
declare
  c session_context := current_context();
  whole boolean := sees_all();
  seen uuid[] := visible_units();
  below uuid[];
  guided uuid[] := guided_units();
begin
  if not coalesce(c.role in ('branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee', 'partyGroupSecretary', 'job'), false) then return; end if;
  if of_unit is not null then
    select array_agg(p.unit_id) into below from organization_place p join organization_place top on top.authority_id = p.authority_id and top.unit_id = of_unit
    where p.authority_id = c.authority_id and p.path like top.path || '%';
  end if;
  return query
    select p.id, p.person_id, p.unit_id, case when by_organ then coalesce(o.organ_id, p.unit_id) else p.unit_id end, p.level, p.reviewer_unit_id,
      case when p.amends is null then p.in_force_on else first_in_force(p.authority_id, p.id) end, m.checked_at is not null, m.confirmed_at is not null,
      i.id, i.title, i.target, i.unit, i.achieved, i.state, i.due_on, i.weight
    from pledge_pledge p
    join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = p.id
    left join pledge_midyear m on m.authority_id = p.authority_id and m.pledge_id = p.id
    left join organization_place o on o.authority_id = p.authority_id and o.unit_id = p.unit_id
    where p.authority_id = c.authority_id and p.cycle_id = of_cycle and p.state in ('inForce', 'amending')
      and ((whole and p.unit_id <> all (guided)) or p.unit_id = any (seen) or p.reviewer_unit_id = c.unit_id)
      and (of_unit is null or p.unit_id = any (below))
    order by p.id, i.position;
end $$;

-- As before, but whoever only guides compares no draft.
create or replace function pledge_texts(of_pledge uuid) returns table (source text, label text, text text) stable security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  p pledge_pledge;
  of_year int;
  upper_unit uuid;
  upper_level text;
begin
  select * into p from pledge_pledge where authority_id = c.authority_id and id = of_pledge;
  if p.id is null or not (p.person_id = c.person_id or (sees_all() and (p.state not in ('draft', 'returned') or p.unit_id <> all (guided_units())))
    or (c.role not in ('member', 'partyGroupMember', 'branchCommittee') and (p.reviewer_unit_id = c.unit_id or p.unit_id = any (visible_units())))) then return; end if;
  select y.year into of_year from cycle_year y where y.authority_id = p.authority_id and y.id = p.cycle_id;
  upper_level := case p.level when 'member' then 'branchSecretary' when 'branchSecretary' then 'organCommitteeSecretary' when 'organCommitteeSecretary' then 'partyGroupSecretary' end;
  upper_unit := case p.level
    when 'member' then p.unit_id
    when 'branchSecretary' then leader_of(p.authority_id, p.unit_id, array['organCommittee'])
    when 'organCommitteeSecretary' then (select r.upper_id from organization_relation r where r.authority_id = p.authority_id and r.lower_id = p.unit_id and r.kind = 'leadsConcretely'
      and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today()) order by r.from_on desc limit 1) end;
  return query
    select one.source, m.name, string_agg(i.title, E'\n' order by i.position)
    from (
      (select 'superior' as source, q.id, q.person_id from pledge_pledge q
        where q.authority_id = p.authority_id and q.cycle_id = p.cycle_id and q.level = upper_level and q.unit_id = upper_unit and q.person_id <> p.person_id
          and q.state not in ('draft', 'returned') limit 5)
      union all
      (select 'colleague', q.id, q.person_id from pledge_pledge q
        where q.authority_id = p.authority_id and q.cycle_id = p.cycle_id and q.level = p.level and q.person_id <> p.person_id and q.state not in ('draft', 'returned')
          and (q.unit_id = p.unit_id or (p.level <> 'member' and q.reviewer_unit_id = p.reviewer_unit_id)) order by q.submitted_at desc nulls last, q.id limit 40)
      union all
      (select 'lastYear', q.id, q.person_id from pledge_pledge q join cycle_year y on y.authority_id = q.authority_id and y.id = q.cycle_id and y.year = of_year - 1
        where q.authority_id = p.authority_id and q.person_id = p.person_id and q.level = p.level and q.state not in ('draft', 'returned') order by q.version desc limit 1)
    ) one
    join membership_member m on m.authority_id = p.authority_id and m.id = one.person_id
    join pledge_item i on i.authority_id = p.authority_id and i.pledge_id = one.id and i.title <> ''
    group by one.source, one.id, m.name order by one.source, m.name, one.id;
end $$;
