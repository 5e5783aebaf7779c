-- The heads of all units in one pass: asked unit by unit, a list to a whole city took seconds.
create or replace function task_holders(of_units uuid[], of_posts text[], on_day date) returns table (unit_id uuid, post text, person_id uuid, stands_in boolean)
stable security definer set search_path = public language sql as $$
  with office as (
    select o.unit_id, o.kind, o.person_id, case when o.kind in ('secretary', 'partyGroupSecretary') then 1
      when u.kind = 'workCommittee' and o.kind = 'workCommitteeStaff' or u.kind = 'districtWorkCommittee' and o.kind = 'districtStaff' or u.kind = 'cityCommittee' and o.kind = 'organizationDepartmentStaff' then 2
      when o.kind in ('fullTimeDeputySecretary', 'deputySecretary') then 3 end as rank
    from organization_post o join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id
    where o.authority_id = current_authority() and o.unit_id = any (of_units) and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
  ), heads as (
    select r.unit_id, r.person_id, r.rank from (select h.*, min(h.rank) over (partition by h.unit_id) as first from office h where h.rank is not null) r where r.rank = r.first
  ), held as (
    select o.unit_id, o.kind as post, o.person_id from office o where o.kind = any (of_posts)
  )
  select h.unit_id, h.post, h.person_id, false from held h
  union all
  select h.unit_id, p.post, h.person_id, p.post <> '' or h.rank = 3 from heads h cross join unnest(of_posts) p(post)
  where (h.unit_id, p.post) not in (select x.unit_id, x.post from held x) $$;
