-- Where every unit stood on a day in the tree of unified leadership, with the organ it lay in.
create function unit_places_on(of_authority uuid, on_day date) returns table (unit_id uuid, path text, depth int, organ_id uuid) stable language sql as $$
  with recursive edge as (
    select r.upper_id, r.lower_id from organization_relation r
    where r.authority_id = of_authority and r.kind = 'leads' and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day)
  ), alive as (
    select u.id, u.kind from organization_unit u
    where u.authority_id = of_authority and u.founded_on <= on_day and (u.dissolved_on is null or u.dissolved_on > on_day)
  ), tree as (
    select a.id, '/' || a.id::text || '/' as path, 0 as depth, case when a.kind = 'leadingPartyGroup' then a.id end as organ_id
    from alive a where not exists (select 1 from edge e join alive up on up.id = e.upper_id where e.lower_id = a.id)
    union all
    select a.id, t.path || a.id::text || '/', t.depth + 1,
      coalesce(t.organ_id, case when a.kind in ('organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization') then a.id end)
    from tree t join edge e on e.upper_id = t.id join alive a on a.id = e.lower_id
    where t.depth < 20 and position(a.id::text in t.path) = 0
  )
  select distinct on (id) id, path, depth, organ_id from tree order by id, depth $$;
-- As before, from the same tree as of today.
create or replace function place_units(of_authority uuid) returns void security definer set search_path = public language plpgsql as $$ begin
  delete from organization_place where authority_id = of_authority;
  insert into organization_place (authority_id, unit_id, path, depth, organ_id) select of_authority, p.* from unit_places_on(of_authority, app_today()) p;
end $$;

-- The branches, or the organs, that an office led on a day, named and placed as on that day. The office itself is none of them.
create function assessable_units(of_authority uuid, of_about text, of_office uuid, on_day date)
returns table (id uuid, name text, pinyin text, initials text, organ_id uuid, organ text, organ_class text) stable language sql as $$
  with place as (select * from unit_places_on(of_authority, on_day)), named as (
    select distinct on (n.unit_id) n.unit_id, n.name from organization_name n
    where n.authority_id = of_authority and n.from_on <= on_day and (n.until_on is null or n.until_on > on_day) order by n.unit_id, n.from_on desc
  )
  select u.id, coalesce(n.name, u.name), u.pinyin, u.initials, p.organ_id, coalesce(t.name, o.name, u.name), o.organ_class
  from place p join organization_unit u on u.authority_id = of_authority and u.id = p.unit_id
  left join named n on n.unit_id = u.id
  left join named t on t.unit_id = p.organ_id
  left join organization_unit o on o.authority_id = of_authority and o.id = p.organ_id
  where p.organ_id is not null and u.kind <> 'leadingPartyGroup' and u.id <> of_office and p.path like '%/' || of_office::text || '/%'
    and (case when p.organ_id = p.unit_id then 'organ' else 'branch' end) = of_about
  order by u.code, u.id $$;

-- What became of units after a day: merged into which one, or dissolved, and when. Units that still stand are left out.
create function ended_since(of_authority uuid, of_units uuid[], on_day date) returns table (id uuid, on_date date, into_name text) stable language sql as $$
  select u.id, u.dissolved_on, unit_label(of_authority, c.into_id)
  from organization_unit u
  -- Of a merger `units` begins with the one that remains.
  left join lateral (select (c.touched->'units'->>0)::uuid as into_id from organization_change c where c.authority_id = of_authority and c.kind = 'merge'
    and c.effective_on = u.dissolved_on and c.touched->'dissolved' ? u.id::text order by c.made_at desc limit 1) c on true
  where u.authority_id = of_authority and u.id = any (of_units) and u.dissolved_on > on_day and u.dissolved_on <= app_today() $$;

-- Names and results of a filed assessment that its scheme lets everybody see; nothing before the publication.
create function published_results(of_authority uuid, of_assessment uuid) returns table (id uuid, name text, organ text, organ_class text, grade text, stars int, total text)
stable security definer set search_path = public language sql as $$
  select x.id, x.name, x.organ, x.organ_class, x.grade, x.stars, case when s.publication = 'totals' then trim_scale(x.total)::text end
  from appraisal_assessment a join appraisal_scheme s on s.authority_id = a.authority_id and s.id = a.scheme_id
  join appraisal_assessed_unit x on x.authority_id = a.authority_id and x.assessment_id = a.id
  where a.authority_id = of_authority and of_authority = current_authority() and a.id = of_assessment and a.published_at is not null and s.publication <> 'none' $$;
create function published_assessments(of_authority uuid) returns table (id uuid, unit_name text, subject text, scheme_id uuid, period text, meeting text, meeting_on date, published_at timestamptz, units int)
stable security definer set search_path = public language sql as $$
  select a.id, unit_label(a.authority_id, a.unit_id), s.subject, s.id, a.period, a.meeting, a.meeting_on, a.published_at,
    (select count(*)::int from appraisal_assessed_unit x where x.authority_id = a.authority_id and x.assessment_id = a.id)
  from appraisal_assessment a join appraisal_scheme s on s.authority_id = a.authority_id and s.id = a.scheme_id
  where a.authority_id = of_authority and of_authority = current_authority() and a.published_at is not null and s.publication <> 'none' $$;
-- Who leads the assessed units today: they are told, and they object.
create function unit_leaders(of_authority uuid, of_units uuid[], on_day date) returns table (unit_id uuid, person_id uuid) stable language sql as $$
  select distinct p.unit_id, p.person_id from organization_post p
  where p.authority_id = of_authority and p.unit_id = any (of_units) and p.kind in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary')
    and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day) $$;
