-- A fact recorded for exactly one period (2025, 2025-H1, 2025-Q3, 2025-07) carries it; an event on a day carries none.
alter table fact_entry add column period text;

-- One import of facts by Excel. Waiting it holds what was read of the file and what was found in it; confirmed, its rows stand in the ledger.
create table facts_import (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  about text not null check (about in ('member', 'branch', 'organ')),
  period text not null,
  facts text[] not null,
  document text not null,
  office text not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'discarded', 'withdrawn')),
  digest text not null,
  error_count int not null,
  content jsonb,
  findings jsonb,
  counts jsonb not null,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (authority_id, id)
);
create index on facts_import (authority_id, unit_id, made_at);
select protect('facts_import', 'unit_id', null, 'false');

-- Who or what facts can be about, in the view of the caller: members with their branch, branches, and organs (the top unit of each under the work committee).
create function facts_subjects(of_authority uuid) returns table (id uuid, about text, code text, name text, unit_id uuid, branch text, organ text, organ_class text) stable language sql as $$
  with unit as (
    select p.unit_id, u.code, coalesce(unit_label(of_authority, p.unit_id), u.name) as name, p.organ_id, u.kind
    from organization_place p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
    where p.authority_id = of_authority and (sees_all() or p.unit_id = any ((select visible_units())::uuid[]))
  )
  select m.id, 'member', m.code, m.name, b.unit_id, u.name, coalesce(unit_label(of_authority, u.organ_id), u.name), o.organ_class
    from membership_member m
    join membership_belonging b on b.authority_id = of_authority and b.member_id = m.id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
    join unit u on u.unit_id = b.unit_id
    left join organization_unit o on o.authority_id = of_authority and o.id = u.organ_id
    where m.authority_id = of_authority
  union all
  select u.unit_id, case when u.organ_id = u.unit_id then 'organ' else 'branch' end, u.code, u.name, u.unit_id, u.name, coalesce(unit_label(of_authority, u.organ_id), u.name), o.organ_class
    from unit u left join organization_unit o on o.authority_id = of_authority and o.id = u.organ_id
    where u.organ_id is not null and u.kind <> 'leadingPartyGroup' $$;

-- One subject with whether the caller's office lies over it; a member only where the caller may see him.
create function facts_subject(of_authority uuid, of_id uuid) returns table (id uuid, about text, name text, unit_id uuid, unit_name text, office boolean) stable language sql as $$
  select m.id, 'member', m.name, b.unit_id, coalesce(unit_label(of_authority, b.unit_id), ''), office_over(b.unit_id)
    from membership_member m join membership_belonging b on b.authority_id = m.authority_id and b.member_id = m.id and b.until_on is null
    where m.authority_id = of_authority and m.id = of_id
  union all
  select u.id, 'unit', coalesce(unit_label(of_authority, u.id), u.name), u.id, coalesce(unit_label(of_authority, u.id), u.name), office_over(u.id)
    from organization_unit u where u.authority_id = of_authority and u.id = of_id $$;
