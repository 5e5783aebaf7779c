-- What the cycle and the pledge loop read of the organisation, and the few reads across the second wall that the loop needs.

-- When the reviewing unit first opened a submitted pledge: until then its author may take it back.
alter table pledge_pledge add column read_at timestamptz;
-- Which item of the pledge in force an item of an amendment takes over from.
alter table pledge_item add column amends_item uuid;

-- A pledge in force stays public while an amendment of it is being written.
drop policy scope on pledge_pledge;
drop policy owner on pledge_pledge;
select protect('pledge_pledge', 'unit_id', 'person_id', 'state in (''onNotice'', ''inForce'', ''amending'', ''closed'')');

-- An organ that adopts a shipped template brings it into its authority's list.
create policy offers on pledge_template for insert to jiannuo_app with check (authority_id = (select current_authority()) and (select current_role_name()) in ('organCommittee', 'branchSecretary'));

create function unit_label(of_authority uuid, of_unit uuid) returns text stable language sql as $$
  select u.name from organization_unit u where u.authority_id = of_authority and u.id = of_unit $$;
create function person_label(of_authority uuid, of_person uuid) returns text stable language sql as $$
  select m.name from membership_member m where m.authority_id = of_authority and m.id = of_person $$;
create function kind_of_unit(of_authority uuid, of_unit uuid) returns text stable language sql as $$
  select u.kind from organization_unit u where u.authority_id = of_authority and u.id = of_unit $$;
create function organ_of_unit(of_authority uuid, of_unit uuid) returns uuid stable language sql as $$
  select p.organ_id from organization_place p where p.authority_id = of_authority and p.unit_id = of_unit $$;
-- Is the unit the upper one itself, or led by it directly or through others?
create function lies_under(of_authority uuid, of_unit uuid, of_upper uuid) returns boolean stable language sql as $$
  select of_unit = of_upper or coalesce((select p.path like '%/' || of_upper::text || '/%' from organization_place p where p.authority_id = of_authority and p.unit_id = of_unit), false) $$;

create function year_of_cycle(of_authority uuid, of_cycle uuid) returns int stable language sql as $$
  select y.year from cycle_year y where y.authority_id = of_authority and y.id = of_cycle $$;
create function cycle_is_open(of_authority uuid, of_cycle uuid) returns boolean stable language sql as $$
  select y.state = 'open' from cycle_year y where y.authority_id = of_authority and y.id = of_cycle $$;

-- The organ whose adopted template a unit's pledges start from: its own organ, for a Party group the organ committee it leads.
create function adopting_organ(of_authority uuid, of_unit uuid) returns uuid stable language sql as $$
  select coalesce((select r.lower_id from organization_relation r where r.authority_id = of_authority and r.upper_id = of_unit and r.kind = 'leadsConcretely'
    and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today()) order by r.from_on desc, r.lower_id limit 1), organ_of_unit(of_authority, of_unit)) $$;
create function adopting_organs(of_authority uuid) returns table (unit_id uuid) stable language sql as $$
  select p.unit_id from organization_place p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
  where p.authority_id = of_authority and p.organ_id = p.unit_id and u.kind <> 'leadingPartyGroup' $$;

-- The nearest unit of one of the kinds above the given one under unified leadership, today; null when there is none.
create function leader_of(of_authority uuid, of_unit uuid, kinds text[]) returns uuid stable language sql as $$
  select u.id from organization_place p
  cross join lateral unnest(string_to_array(trim(both '/' from p.path), '/')::uuid[]) with ordinality as step(id, depth)
  join organization_unit u on u.authority_id = p.authority_id and u.id = step.id
  where p.authority_id = of_authority and p.unit_id = of_unit and u.id <> of_unit and u.kind = any (kinds)
  order by step.depth desc limit 1 $$;

-- Who owes a pledge on that day, at which level, for which unit, and who reviews it (R0.1, R0.4). Rows follow the caller's view of the members:
-- retired and floating members and those long away owe none, so they stand in no denominator.
create function pledge_owners(of_authority uuid, on_day date) returns table (person_id uuid, level text, unit_id uuid, reviewer_unit_id uuid)
stable language sql as $$
  select b.member_id, 'member', b.unit_id, b.unit_id
  from (select distinct on (member_id) member_id, unit_id from membership_belonging
    where authority_id = of_authority and from_on <= on_day and (until_on is null or until_on > on_day) order by member_id, from_on desc, unit_id) b
  join organization_unit u on u.authority_id = of_authority and u.id = b.unit_id and (u.dissolved_on is null or u.dissolved_on > on_day)
  where exists (select 1 from membership_standing s where s.authority_id = of_authority and s.member_id = b.member_id and s.state = 'inService'
    and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day))
  union all
  select p.person_id, p.level, p.unit_id,
    case p.level
      when 'branchSecretary' then leader_of(of_authority, p.unit_id, array['organCommittee', 'workCommittee', 'districtWorkCommittee'])
      when 'organCommitteeSecretary' then leader_of(of_authority, p.unit_id, array['workCommittee', 'districtWorkCommittee'])
      else coalesce(leader_of(of_authority, p.unit_id, array['cityCommittee']),
        (select u.id from organization_unit u where u.authority_id = of_authority and u.kind = 'cityCommittee' order by u.founded_on, u.id limit 1))
    end
  from (select distinct on (o.person_id, k.level) o.person_id, o.unit_id, k.level
    from organization_post o join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id and (u.dissolved_on is null or u.dissolved_on > on_day)
    cross join lateral (select case
      when o.kind = 'secretary' and u.kind in ('branch', 'jointBranch', 'temporaryOrganization', 'generalBranch') then 'branchSecretary'
      when o.kind = 'secretary' and u.kind = 'organCommittee' then 'organCommitteeSecretary'
      when o.kind = 'partyGroupSecretary' and u.kind = 'leadingPartyGroup' then 'partyGroupSecretary' end as level) k
    where o.authority_id = of_authority and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day) and k.level is not null
    order by o.person_id, k.level, o.from_on desc, o.unit_id) p $$;

-- Who decides in a unit's name: its secretaries; staff where the unit works through staff.
create function unit_deciders(of_authority uuid, of_unit uuid, on_day date) returns table (person_id uuid) stable language sql as $$
  select distinct o.person_id from organization_post o join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id
  where o.authority_id = of_authority and o.unit_id = of_unit and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
    and (o.kind in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary')
      or (u.kind = 'workCommittee' and o.kind = 'workCommitteeStaff')
      or (u.kind = 'districtWorkCommittee' and o.kind = 'districtStaff')
      or (u.kind = 'cityCommittee' and o.kind = 'organizationDepartmentStaff')) $$;

-- Whom a phase of the year concerns: the pledging, mid-year and reporting phases everybody who owes a pledge, the others those who decide.
create function cycle_audience(of_authority uuid, of_phase text, on_day date) returns table (person_id uuid) stable language sql as $$
  select o.person_id from pledge_owners(of_authority, on_day) o where of_phase in ('pledging', 'fulfilling', 'midYear', 'reporting', 'rating')
  union
  select p.person_id from organization_post p where p.authority_id = of_authority and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day)
    and p.kind in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'partyGroupSecretary', 'workCommitteeStaff', 'organizationDepartmentStaff') $$;

-- The texts a pledge is compared with, by name and wording only: the superior's, at most 40 submitted ones of colleagues, the person's own of last year.
-- Answers only for the author and for those who may read the pledge in an office of their own.
create function pledge_texts(of_pledge uuid) returns table (source text, label text, text text) stable security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  p pledge_pledge;
  of_year int;
  upper_unit uuid;
  upper_level text;
begin
  select * into p from pledge_pledge where authority_id = c.authority_id and id = of_pledge;
  if p.id is null or not (p.person_id = c.person_id or sees_all()
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
