-- Whoever only guides advises and never changes (R3.1); and the affairs of a dissolved unit stay with the organisation that led it last.

-- Units that stand nowhere today (dissolved, or planned) and were or will be led, step by step, by one of these: the next to lead a unit counts, else the last.
create function unplaced_below(of_authority uuid, of_units uuid[]) returns uuid[] stable security definer set search_path = public language sql as $$
  with recursive unplaced as (
    select distinct on (r.lower_id) r.lower_id, r.upper_id from organization_relation r
    where r.authority_id = of_authority and r.kind = 'leads'
      and not exists (select 1 from organization_place p where p.authority_id = of_authority and p.unit_id = r.lower_id)
    order by r.lower_id, (r.from_on > app_today()) desc, r.from_on desc
  ), below as (
    select lower_id from unplaced where upper_id = any (of_units)
    union
    select u.lower_id from unplaced u join below b on u.upper_id = b.lower_id
  )
  select coalesce(array_agg(lower_id), '{}') from below $$;

-- As before, and for the offices that lead: the units that stood below theirs and stand nowhere now. A district work committee leads its own district.
create or replace function visible_units() returns uuid[] stable security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  led uuid[];
begin
  case
    when c.role in ('member', 'branchCommittee', 'partyGroupMember') then return array[c.unit_id];
    when c.role in ('branchSecretary', 'organCommittee', 'districtCommittee') then
      led := (select array_agg(p.unit_id) from organization_place p join organization_place mine on mine.authority_id = p.authority_id and mine.unit_id = c.unit_id where p.authority_id = c.authority_id and p.path like mine.path || '%');
    when c.role = 'partyGroupSecretary' then
      led := (select array_agg(p.unit_id) || c.unit_id from organization_relation r
        join organization_place led on led.authority_id = r.authority_id and led.unit_id = r.lower_id
        join organization_place p on p.authority_id = r.authority_id and p.path like led.path || '%'
        where r.authority_id = c.authority_id and r.upper_id = c.unit_id and r.kind = 'leadsConcretely' and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today()));
    when c.role = 'cityCommittee' then return (select array_agg(u.id) from organization_unit u where u.authority_id = c.authority_id and u.kind = 'leadingPartyGroup');
    else return '{}'::uuid[];
  end case;
  return led || unplaced_below(c.authority_id, led);
end $$;
drop policy unplaced on membership_belonging;
drop policy unplaced on organization_post;
drop policy unplaced on organization_term;
drop function unplaced_units_below();

-- Units the caller's own unit only guides, with everything those lead: read, never written. Jobs keep the calendar of all units and are not bound.
create function guided_units() returns uuid[] stable security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  guided uuid[];
begin
  if c.unit_id is null or c.role is null or c.role = 'job' then return '{}'; end if;
  guided := (select coalesce(array_agg(distinct p.unit_id), '{}') from organization_relation r
    join organization_place top on top.authority_id = r.authority_id and top.unit_id = r.lower_id
    join organization_place p on p.authority_id = r.authority_id and p.path like top.path || '%'
    where r.authority_id = c.authority_id and r.upper_id = c.unit_id and r.kind = 'guides' and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today())
      and not exists (select 1 from organization_place mine where mine.authority_id = r.authority_id and mine.unit_id = c.unit_id and top.path like mine.path || '%'));
  return guided || unplaced_below(c.authority_id, guided);
end $$;

-- The third condition on top of the others: a restrictive policy for each way of writing, so that reading stays as it is.
create function protect_guided(target text, changes text) returns void language plpgsql as $$ begin
  execute format('create policy guided_insert on %I as restrictive for insert to jiannuo_app with check (%s)', target, changes);
  execute format('create policy guided_update on %I as restrictive for update to jiannuo_app using (%s) with check (%s)', target, changes, changes);
  execute format('create policy guided_delete on %I as restrictive for delete to jiannuo_app using (%s)', target, changes);
end $$;
select protect_guided('organization_unit', 'id <> all ((select guided_units())::uuid[])');
select protect_guided('organization_name', 'unit_id <> all ((select guided_units())::uuid[])');
-- The guidance itself is the guiding body's own to record and to end.
select protect_guided('organization_relation', '(kind = ''guides'' and upper_id = (select (current_context()).unit_id)) or (lower_id <> all ((select guided_units())::uuid[]) and upper_id <> all ((select guided_units())::uuid[]))');
select protect_guided('organization_post', 'unit_id <> all ((select guided_units())::uuid[])');
select protect_guided('organization_term', 'unit_id <> all ((select guided_units())::uuid[])');
select protect_guided('organization_change', 'unit_id <> all ((select guided_units())::uuid[])');
select protect_guided('membership_belonging', 'unit_id <> all ((select guided_units())::uuid[])');
-- Of a transfer between a guided unit and one of one's own, one's own side remains.
select protect_guided('membership_transfer', 'from_unit_id <> all ((select guided_units())::uuid[]) or to_unit_id <> all ((select guided_units())::uuid[])');
-- A member's register entry follows his belonging of today.
create function is_guided_member(of_member uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (select 1 from membership_belonging b where b.authority_id = current_authority() and b.member_id = of_member
    and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today()) and b.unit_id = any (guided_units())) $$;
create policy guided_update on membership_member as restrictive for update to jiannuo_app using (cardinality((select guided_units())) = 0 or not is_guided_member(id));
create policy guided_insert on membership_standing as restrictive for insert to jiannuo_app with check (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));
create policy guided_update on membership_standing as restrictive for update to jiannuo_app using (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));
create policy guided_delete on membership_standing as restrictive for delete to jiannuo_app using (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));

-- Structure is written by the offices that lead: the work committee, organ committees, and a district's work committee.
drop policy writable on organization_unit;
drop policy writable on organization_name;
drop policy writable on organization_relation;
create policy writable on organization_unit to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee'))) with check (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee')));
create policy writable on organization_name to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee'))) with check (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee')));
create policy writable on organization_relation to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee'))) with check (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee')));
drop policy scope on membership_member;
create policy scope on membership_member to jiannuo_app using (
  authority_id = (select current_authority()) and ((select sees_all()) or id = (select current_person())
    or exists (select 1 from membership_belonging b where b.authority_id = membership_member.authority_id and b.member_id = membership_member.id)
    or exists (select 1 from organization_post p where p.authority_id = membership_member.authority_id and p.person_id = membership_member.id and p.unit_id = any ((select visible_units())::uuid[]))))
  with check (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'districtCommittee', 'branchSecretary')));
