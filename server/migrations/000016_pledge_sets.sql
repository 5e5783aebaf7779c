-- Whole sets in one statement: row level security then asks for the caller's context once, not once a row.

-- Every unit and the organ whose adopted template its pledges start from; the same answer as adopting_organ(), with names.
create function organs_of_units(of_authority uuid) returns table (unit_id uuid, unit_name text, organ_id uuid, organ_name text) stable language sql as $$
  select p.unit_id, u.name, g.id, g.name from organization_place p
  join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  left join (select distinct on (upper_id) upper_id, lower_id from organization_relation
    where authority_id = of_authority and kind = 'leadsConcretely' and from_on <= app_today() and (until_on is null or until_on > app_today())
    order by upper_id, from_on desc, lower_id) r on r.upper_id = p.unit_id
  left join organization_unit g on g.authority_id = p.authority_id and g.id = coalesce(r.lower_id, p.organ_id)
  where p.authority_id = of_authority $$;

-- Members who owe a pledge on that day, with their names and their branches', as far as the caller sees them.
create function pledging_members(of_authority uuid, on_day date) returns table (person_id uuid, person_name text, unit_id uuid, unit_name text) stable language sql as $$
  select o.person_id, m.name, o.unit_id, u.name from pledge_owners(of_authority, on_day) o
  join membership_member m on m.authority_id = of_authority and m.id = o.person_id
  join organization_unit u on u.authority_id = of_authority and u.id = o.unit_id
  where o.level = 'member' $$;
