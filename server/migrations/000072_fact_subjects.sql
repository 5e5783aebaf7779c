-- As before, but an organ's name is looked up once for each unit and not for each member: a city has twenty times as many.
create or replace function facts_subjects(of_authority uuid) returns table (id uuid, about text, code text, name text, unit_id uuid, branch text, organ text, organ_class text) stable language sql as $$
  with unit as (
    select p.unit_id, u.code, coalesce(unit_label(of_authority, p.unit_id), u.name) as name, p.organ_id, u.kind
    from organization_place p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
    where p.authority_id = of_authority and (sees_all() or p.unit_id = any ((select visible_units())::uuid[]))
  )
  select m.id, 'member', m.code, m.name, b.unit_id, u.name, coalesce(t.name, unit_label(of_authority, u.organ_id), u.name), o.organ_class
    from membership_member m
    join membership_belonging b on b.authority_id = of_authority and b.member_id = m.id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
    join unit u on u.unit_id = b.unit_id
    left join unit t on t.unit_id = u.organ_id
    left join organization_unit o on o.authority_id = of_authority and o.id = u.organ_id
    where m.authority_id = of_authority
  union all
  select u.unit_id, case when u.organ_id = u.unit_id then 'organ' else 'branch' end, u.code, u.name, u.unit_id, u.name, coalesce(t.name, unit_label(of_authority, u.organ_id), u.name), o.organ_class
    from unit u left join unit t on t.unit_id = u.organ_id left join organization_unit o on o.authority_id = of_authority and o.id = u.organ_id
    where u.organ_id is not null and u.kind <> 'leadingPartyGroup' $$;
