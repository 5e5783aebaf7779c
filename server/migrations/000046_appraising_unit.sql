-- The unit that appraises whoever pledged at a level for a unit (R0.8). A review that was overdue, or of the reviewer's own pledge, goes one level up;
-- the appraisal does not go with it: it stays with the branch for its members and with the level above for the secretaries.
create function appraising_unit(of_authority uuid, of_level text, of_unit uuid, reviewer uuid) returns uuid stable language sql as $$
  select coalesce(case of_level
    when 'member' then of_unit
    when 'branchSecretary' then leader_of(of_authority, of_unit, array['organCommittee', 'workCommittee', 'districtWorkCommittee'])
    when 'organCommitteeSecretary' then leader_of(of_authority, of_unit, array['workCommittee', 'districtWorkCommittee']) end, reviewer) $$;

create or replace function appraisal_pledges(of_authority uuid, of_cycle uuid, of_level text, of_unit uuid)
returns table (pledge_id uuid, person_id uuid, name text, home_unit_id uuid, organ_id uuid, organ_class text, probationary boolean, fulfilment numeric, party_fulfilment numeric, business_fulfilment numeric)
stable language sql as $$
  with pledged as (
    select distinct on (p.person_id) p.id, p.person_id, p.unit_id from pledge_pledge p
    where p.authority_id = of_authority and p.cycle_id = of_cycle and p.level = of_level and p.state in ('inForce', 'amending', 'closed')
      and (of_level <> 'member' or p.unit_id = of_unit) and appraising_unit(of_authority, p.level, p.unit_id, p.reviewer_unit_id) = of_unit
    order by p.person_id, p.version desc, p.id
  ), share as (
    select i.pledge_id, i.kind, i.weight, case
      when i.state in ('done', 'rectified') then 1
      when i.target > 0 then greatest(0, least(1, coalesce(i.achieved, 0) / i.target))
      when i.target is null then greatest(0, least(1, coalesce(i.achieved, 0) / 100))
      else 0 end as done
    from pledge_item i join pledged p on p.id = i.pledge_id where i.authority_id = of_authority and i.state <> 'excused'
  ), fulfilled as (
    select pledge_id, sum(weight * done) / nullif(sum(weight), 0) as whole,
      sum(weight * done) filter (where kind = 'party') / nullif(sum(weight) filter (where kind = 'party'), 0) as party,
      sum(weight * done) filter (where kind = 'business') / nullif(sum(weight) filter (where kind = 'business'), 0) as business
    from share group by pledge_id
  )
  select p.id, p.person_id, m.name, p.unit_id, o.organ_id, u.organ_class,
    coalesce((select s.kind = 'probationary' from membership_standing s where s.authority_id = of_authority and s.member_id = p.person_id and s.from_on <= app_today() and (s.until_on is null or s.until_on > app_today()) limit 1), false),
    trim_scale(round(f.whole, 6)), trim_scale(round(f.party, 6)), trim_scale(round(f.business, 6))
  from pledged p
  join membership_member m on m.authority_id = of_authority and m.id = p.person_id
  left join organization_place o on o.authority_id = of_authority and o.unit_id = p.unit_id
  left join organization_unit u on u.authority_id = of_authority and u.id = o.organ_id
  left join fulfilled f on f.pledge_id = p.id
  order by m.name, p.person_id $$;

create or replace function appraisal_openable(of_authority uuid, of_cycle uuid) returns table (level text, unit_id uuid, unit_name text, unit_kind text, subjects int) stable language sql as $$
  with owed as (
    select p.level, appraising_unit(of_authority, p.level, p.unit_id, p.reviewer_unit_id) as unit_id, p.person_id
    from pledge_pledge p where p.authority_id = of_authority and p.cycle_id = of_cycle and p.state in ('inForce', 'amending', 'closed')
  )
  select o.level, o.unit_id, u.name, u.kind, count(distinct o.person_id)::int
  from owed o join organization_unit u on u.authority_id = of_authority and u.id = o.unit_id
  where not exists (select 1 from appraisal_round r where r.authority_id = of_authority and r.cycle_id = of_cycle and r.level = o.level and r.unit_id = o.unit_id)
  group by o.level, o.unit_id, u.name, u.kind order by o.level, u.name, o.unit_id $$;
