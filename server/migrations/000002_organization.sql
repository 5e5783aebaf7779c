-- The dated organisation and who belongs where. Relations of the three kinds are never derived from each other.
create table organization_unit (
  authority_id uuid not null references authority,
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('cityCommittee', 'workCommittee', 'districtWorkCommittee', 'leadingPartyGroup', 'organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization', 'group', 'businessUnit', 'section')),
  name text not null,
  pinyin text not null,
  initials text not null,
  organ_class text,
  staff_count int check (staff_count >= 0),
  founded_on date not null,
  dissolved_on date check (dissolved_on > founded_on),
  purpose text,
  primary key (authority_id, id),
  unique (authority_id, code)
);
create table organization_name (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit
);
create index on organization_name (authority_id, unit_id);
create table organization_relation (
  authority_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('leads', 'leadsConcretely', 'guides', 'partOf', 'formedIn')),
  upper_id uuid not null,
  lower_id uuid not null check (lower_id <> upper_id),
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id),
  foreign key (authority_id, upper_id) references organization_unit,
  foreign key (authority_id, lower_id) references organization_unit
);
create index on organization_relation (authority_id, lower_id, kind);
create index on organization_relation (authority_id, upper_id, kind);
-- Where a unit stands today in the tree of unified leadership; rebuilt by place_units() after every change and each midnight.
create table organization_place (
  authority_id uuid not null,
  unit_id uuid not null,
  path text collate "C" not null,
  depth int not null,
  organ_id uuid,
  primary key (authority_id, unit_id)
);
create index on organization_place (authority_id, path);
create table organization_term (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on > from_on),
  extended_until date check (extended_until > until_on),
  state text not null default 'normal' check (state in ('normal', 'requested', 'approved', 'extended', 'closed')),
  requested_at timestamptz,
  request_text text,
  reply_text text,
  replied_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit
);
create index on organization_term (authority_id, unit_id);
create table membership_member (
  authority_id uuid not null references authority,
  id uuid not null,
  code text not null,
  name text not null,
  pinyin text not null,
  initials text not null,
  gender text check (gender in ('female', 'male')),
  born_on date,
  joined_on date,
  regular_on date,
  phone_sealed text,
  id_number_sealed text,
  primary key (authority_id, id),
  unique (authority_id, code)
);
create index on membership_member (authority_id, name);
create table membership_standing (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('regular', 'probationary')),
  state text not null check (state in ('inService', 'retired', 'floating', 'longAway')),
  leading_cadre boolean not null default false,
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member
);
create index on membership_standing (authority_id, member_id);
create table membership_belonging (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  group_id uuid,
  section_id uuid,
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member,
  foreign key (authority_id, unit_id) references organization_unit
);
create index on membership_belonging (authority_id, unit_id);
create index on membership_belonging (authority_id, member_id);
create table membership_transfer (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  state text not null check (state in ('requested', 'released', 'received', 'refused', 'withdrawn')),
  reason text not null,
  effective_on date not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member
);
create table organization_post (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'organizationMember', 'publicityMember', 'disciplineMember', 'committeeMember', 'groupLeader', 'partyGroupSecretary', 'partyGroupMember', 'workCommitteeStaff', 'districtStaff', 'organizationDepartmentStaff', 'fullTimePartyStaff')),
  person_id uuid not null,
  term_id uuid,
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit,
  foreign key (authority_id, person_id) references membership_member
);
create index on organization_post (authority_id, unit_id);
create index on organization_post (authority_id, person_id);
create table organization_change (
  authority_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('setUp', 'merge', 'split', 'dissolve', 'move', 'rename', 'counterChange')),
  unit_id uuid not null,
  effective_on date not null,
  document text not null,
  reason text not null,
  touched jsonb not null,
  reverses uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (authority_id, id)
);
create unique index on organization_change (authority_id, reverses) where reverses is not null;

-- Rebuilds organization_place for one authority as of today: text paths of unified leadership, and the organ each unit lies in.
create function place_units(of_authority uuid) returns void security definer set search_path = public language plpgsql as $$ begin
  delete from organization_place where authority_id = of_authority;
  insert into organization_place (authority_id, unit_id, path, depth, organ_id)
  with recursive edge as (
    select r.upper_id, r.lower_id from organization_relation r
    where r.authority_id = of_authority and r.kind = 'leads' and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today())
  ), alive as (
    select u.id, u.kind from organization_unit u
    where u.authority_id = of_authority and u.founded_on <= app_today() and (u.dissolved_on is null or u.dissolved_on > app_today())
  ), tree as (
    select a.id, '/' || a.id::text || '/' as path, 0 as depth, case when a.kind = 'leadingPartyGroup' then a.id end as organ_id
    from alive a where not exists (select 1 from edge e join alive up on up.id = e.upper_id where e.lower_id = a.id)
    union all
    select a.id, t.path || a.id::text || '/', t.depth + 1,
      coalesce(t.organ_id, case when a.kind in ('organCommittee', 'generalBranch', 'branch', 'jointBranch', 'temporaryOrganization') then a.id end)
    from tree t join edge e on e.upper_id = t.id join alive a on a.id = e.lower_id
    where t.depth < 20 and position(a.id::text in t.path) = 0
  )
  select distinct on (id) of_authority, id, path, depth, organ_id from tree order by id, depth;
end $$;
