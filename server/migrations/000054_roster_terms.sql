-- A post of a committee belongs to the unit's term whether or not the row names it: the term it was entered with, else the last one of the unit that
-- the post reaches into. Exported posts carry these days, so that a term can be corrected in the file.
create or replace function roster_posts() returns table (id uuid, member_code text, member_name text, unit_code text, kind text, from_on date, until_on date, term_from date, term_until date)
stable security definer set search_path = public language plpgsql as $$ declare city uuid := current_authority(); begin
  perform only_roster_keepers();
  return query select p.id, m.code, m.name, u.code, p.kind, p.from_on, p.until_on, t.from_on, t.until_on
    from organization_post p
    join membership_member m on m.authority_id = city and m.id = p.person_id
    join organization_unit u on u.authority_id = city and u.id = p.unit_id
    left join lateral (select x.from_on, x.until_on from organization_term x
      where x.authority_id = city and x.unit_id = p.unit_id and (x.id = p.term_id or (p.term_id is null
        and p.kind in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'organizationMember', 'publicityMember', 'disciplineMember', 'committeeMember')
        and x.from_on < coalesce(p.until_on, 'infinity') and x.until_on > p.from_on))
      order by x.from_on desc limit 1) t on true
    where p.authority_id = city order by u.code, p.from_on, p.kind, m.code;
end $$;
