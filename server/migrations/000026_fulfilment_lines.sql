-- Every item of the pledges in force in the caller's view, of one unit and those below it when one is given. A city has some sixty thousand of them:
-- the view is settled once here, not again for every row. Answers only offices that lead units, and the Party group secretary for what he leads.
create function fulfilment_lines(of_cycle uuid, of_unit uuid, by_organ boolean)
returns table (pledge_id uuid, person_id uuid, unit_id uuid, group_id uuid, level text, reviewer_unit_id uuid, start_on date, checked boolean, confirmed boolean,
  id uuid, title text, target numeric, unit text, achieved numeric, state text, due_on date, weight int)
stable security definer set search_path = public language plpgsql as $$
#variable_conflict use_column
declare
  c session_context := current_context();
  whole boolean := sees_all();
  seen uuid[] := visible_units();
  below uuid[];
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
      and (whole or p.unit_id = any (seen) or p.reviewer_unit_id = c.unit_id)
      and (of_unit is null or p.unit_id = any (below))
    order by p.id, i.position;
end $$;
