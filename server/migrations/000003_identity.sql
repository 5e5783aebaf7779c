-- Accounts, sessions, grants, and the second wall: row level security keyed on the session's secret.
create table identity_account (
  authority_id uuid not null references authority,
  id uuid not null,
  login text not null,
  person_id uuid,
  display_name text not null,
  state text not null default 'active' check (state in ('active', 'disabled')),
  password_hash text,
  one_time_sha256 text,
  one_time_until timestamptz,
  totp_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  demo_persona int,
  created_at timestamptz not null,
  primary key (authority_id, id)
);
create unique index on identity_account (lower(login));
create unique index on identity_account (authority_id, person_id) where person_id is not null;
create table identity_failure (
  authority_id uuid not null,
  id uuid not null,
  account_id uuid,
  source text not null,
  at timestamptz not null,
  primary key (authority_id, id)
);
create index on identity_failure (authority_id, source, at);
create index on identity_failure (authority_id, account_id, at);
-- A grant takes effect once a second person has signed it. Business capacities come from posts; grants are for administrators, tellers and the like.
create table identity_grant (
  authority_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('workCommittee', 'districtCommittee', 'cityCommittee', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
  unit_id uuid,
  from_on date not null,
  until_on date check (until_on > from_on),
  granted_by uuid not null,
  granted_at timestamptz not null,
  signed_by uuid check (signed_by <> granted_by),
  signed_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, account_id) references identity_account
);
create index on identity_grant (authority_id, account_id);
create table identity_session (
  authority_id uuid not null,
  id uuid not null,
  secret_sha256 text not null unique,
  account_id uuid not null,
  capacity_key text not null default 'member',
  strong boolean not null default false,
  pending_totp boolean not null default false,
  job text,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null,
  primary key (authority_id, id)
);
create index on identity_session (authority_id, account_id) where ended_at is null;

-- 三员: an account holds at most one administrator role, and then no post and no other grant (trust: separation by constraint, not by habit).
create function keep_administrators_apart() returns trigger security definer set search_path = public language plpgsql as $$
declare
  is_admin boolean := new.role like '%Administrator';
  clash text;
begin
  perform pg_advisory_xact_lock(hashtext('administrators'), hashtext(new.account_id::text));
  select g.role into clash from identity_grant g
  where g.authority_id = new.authority_id and g.account_id = new.account_id and g.id <> new.id
    and (is_admin or g.role like '%Administrator') and coalesce(g.until_on, 'infinity') > new.from_on and g.from_on < coalesce(new.until_on, 'infinity') limit 1;
  if clash is null and is_admin then
    select 'post ' || p.kind into clash from identity_account a join organization_post p on p.authority_id = a.authority_id and p.person_id = a.person_id
    where a.authority_id = new.authority_id and a.id = new.account_id and coalesce(p.until_on, 'infinity') > new.from_on and p.from_on < coalesce(new.until_on, 'infinity') limit 1;
  end if;
  if clash is null and is_admin and exists (select 1 from identity_account a where a.authority_id = new.authority_id and a.id = new.account_id and a.person_id is not null) then
    clash := 'member';
  end if;
  if clash is not null then
    raise exception 'an administrator account holds no other role: % with %', new.role, clash using errcode = 'JN001';
  end if;
  return new;
end $$;
create trigger administrators_apart before insert or update on identity_grant for each row execute function keep_administrators_apart();
create function keep_posts_from_administrators() returns trigger security definer set search_path = public language plpgsql as $$ begin
  if exists (select 1 from identity_grant g where g.authority_id = new.authority_id and g.account_id = new.id and g.role like '%Administrator') and new.person_id is not null then
    raise exception 'an administrator account belongs to no member' using errcode = 'JN001';
  end if;
  return new;
end $$;
create trigger administrators_apart before insert or update on identity_account for each row execute function keep_posts_from_administrators();

-- The role a post gives at a unit of that kind; null: the post alone opens nothing beyond membership.
create function role_of_post(post text, unit_kind text) returns text immutable language sql as $$
  select case
    when post = 'workCommitteeStaff' or (unit_kind = 'workCommittee' and post in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'committeeMember')) then 'workCommittee'
    when post = 'organizationDepartmentStaff' and unit_kind = 'cityCommittee' then 'cityCommittee'
    when post = 'districtStaff' or unit_kind = 'districtWorkCommittee' then 'districtCommittee'
    when post = 'partyGroupSecretary' then 'partyGroupSecretary'
    when post = 'partyGroupMember' then 'partyGroupMember'
    when unit_kind = 'organCommittee' and post in ('secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'fullTimePartyStaff') then 'organCommittee'
    when unit_kind in ('branch', 'jointBranch', 'temporaryOrganization', 'generalBranch') and post in ('secretary', 'deputySecretary') then 'branchSecretary'
    when unit_kind in ('branch', 'jointBranch', 'temporaryOrganization', 'generalBranch', 'organCommittee') and post in ('organizationMember', 'publicityMember', 'disciplineMember', 'committeeMember') then 'branchCommittee'
  end $$;

-- Everything an account may act as today. A person with several posts has several rows; key 'member' is the membership itself.
create function account_capacities(of_authority uuid, of_account uuid)
returns table (key text, role text, unit_id uuid, post_kind text) stable security definer set search_path = public language sql as $$
  select 'member', 'member', b.unit_id, null from identity_account a
    join membership_belonging b on b.authority_id = a.authority_id and b.member_id = a.person_id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
    where a.authority_id = of_authority and a.id = of_account
  union all
  select p.id::text, role_of_post(p.kind, u.kind), p.unit_id, p.kind from identity_account a
    join organization_post p on p.authority_id = a.authority_id and p.person_id = a.person_id and p.from_on <= app_today() and (p.until_on is null or p.until_on > app_today())
    join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id and (u.dissolved_on is null or u.dissolved_on > app_today())
    where a.authority_id = of_authority and a.id = of_account and role_of_post(p.kind, u.kind) is not null
  union all
  select g.id::text, g.role, g.unit_id, null from identity_grant g
    where g.authority_id = of_authority and g.account_id = of_account and g.signed_by is not null and g.from_on <= app_today() and (g.until_on is null or g.until_on > app_today())
$$;

-- The session in force, found by the secret the request carries; no row when it ended, idled out, was revoked, or its capacity lapsed.
-- A user id in a setting could be forged by any SQL in the app role; the secret cannot.
create type session_context as (authority_id uuid, session_id uuid, account_id uuid, person_id uuid, role text, unit_id uuid, capacity_key text, strong boolean);
create function current_context() returns session_context stable security definer set search_path = public language sql as $$
  select row(s.authority_id, s.id, s.account_id, a.person_id, coalesce(c.role, 'job'), c.unit_id, s.capacity_key, s.strong)::session_context
  from identity_session s
  left join identity_account a on a.authority_id = s.authority_id and a.id = s.account_id and a.state = 'active'
  left join lateral account_capacities(s.authority_id, s.account_id) c on c.key = s.capacity_key
  where s.secret_sha256 = encode(sha256(convert_to(coalesce(current_setting('jiannuo.session', true), ''), 'UTF8')), 'hex')
    and s.ended_at is null and not s.pending_totp and s.ends_at > app_now()
    and (s.job is not null or (a.id is not null and c.key is not null and s.seen_at > app_now() - interval '30 minutes'))
  limit 1
$$;
create function current_authority() returns uuid stable language sql as $$ select (current_context()).authority_id $$;
create function current_person() returns uuid stable language sql as $$ select (current_context()).person_id $$;
create function current_role_name() returns text stable language sql as $$ select (current_context()).role $$;
create function sees_all() returns boolean stable language sql as $$ select coalesce((current_context()).role in ('workCommittee', 'job'), false) $$;

-- The units whose rows the current capacity may see; the whole authority is answered by sees_all() instead.
create function visible_units() returns uuid[] stable security definer set search_path = public language plpgsql as $$
declare c session_context := current_context();
begin
  return case c.role
    when 'member' then array[c.unit_id]
    when 'branchCommittee' then array[c.unit_id]
    when 'partyGroupMember' then array[c.unit_id]
    when 'branchSecretary' then (select array_agg(p.unit_id) from organization_place p join organization_place mine on mine.authority_id = p.authority_id and mine.unit_id = c.unit_id where p.authority_id = c.authority_id and p.path like mine.path || '%')
    when 'organCommittee' then (select array_agg(p.unit_id) from organization_place p join organization_place mine on mine.authority_id = p.authority_id and mine.unit_id = c.unit_id where p.authority_id = c.authority_id and p.path like mine.path || '%')
    when 'partyGroupSecretary' then (select array_agg(p.unit_id) || c.unit_id from organization_relation r
      join organization_place led on led.authority_id = r.authority_id and led.unit_id = r.lower_id
      join organization_place p on p.authority_id = r.authority_id and p.path like led.path || '%'
      where r.authority_id = c.authority_id and r.upper_id = c.unit_id and r.kind = 'leadsConcretely' and r.from_on <= app_today() and (r.until_on is null or r.until_on > app_today()))
    when 'cityCommittee' then (select array_agg(u.id) from organization_unit u where u.authority_id = c.authority_id and u.kind = 'leadingPartyGroup')
    when 'districtCommittee' then array[c.unit_id]
    else '{}'::uuid[]
  end;
end $$;

-- Who is calling, for the application: opens the context for this transaction, renews the idle limit at most once a minute.
create function open_context(secret text) returns jsonb volatile security definer set search_path = public language plpgsql as $$
declare c session_context; answer jsonb;
begin
  perform set_config('jiannuo.session', secret, true);
  c := current_context();
  if c.session_id is null then return null; end if;
  update identity_session set seen_at = app_now() where authority_id = c.authority_id and id = c.session_id and seen_at < app_now() - interval '1 minute';
  select jsonb_build_object('authorityId', c.authority_id, 'accountId', c.account_id, 'sessionId', c.session_id, 'personId', c.person_id, 'name', coalesce(a.display_name, 'job'), 'strong', c.strong,
    'key', c.capacity_key, 'role', c.role, 'unitId', c.unit_id, 'unitName', u.name, 'unitKind', u.kind, 'postKind', (select k.post_kind from account_capacities(c.authority_id, c.account_id) k where k.key = c.capacity_key limit 1))
  into answer from (select 1) one
  left join identity_account a on a.authority_id = c.authority_id and a.id = c.account_id
  left join organization_unit u on u.authority_id = c.authority_id and u.id = c.unit_id;
  return answer;
end $$;

-- Protects one table: rows of other authorities never, rows of visible units, own rows, and for plain members only what `member_sees` lets through.
create function protect(target text, unit_column text, person_column text, member_sees text default 'true') returns void language plpgsql as $$
declare
  parts text[] := array['(select sees_all())'];
begin
  if unit_column is not null then
    parts := parts || format('(%I = any ((select visible_units())::uuid[]) and ((select current_role_name()) not in (''member'', ''partyGroupMember'') or (%s)))', unit_column, member_sees);
  end if;
  if person_column is not null then parts := parts || format('%I = (select current_person())', person_column); end if;
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy scope on %I to jiannuo_app using (authority_id = (select current_authority()) and (%s)) with check (authority_id = (select current_authority()) and (%s))', target, array_to_string(parts, ' or '), array_to_string(parts, ' or '));
  execute format('create policy owner on %I to current_user using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %I to jiannuo_app', target);
end $$;
-- Protects a table whose rows every signed-in person of the authority may read: structure, rules, schemes.
create function protect_shared(target text, writers text default '(select sees_all())') returns void language plpgsql as $$ begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy readable on %I for select to jiannuo_app using (authority_id = (select current_authority()))', target);
  execute format('create policy writable on %I to jiannuo_app using (authority_id = (select current_authority()) and (%s)) with check (authority_id = (select current_authority()) and (%s))', target, writers, writers);
  execute format('create policy owner on %I to current_user using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %I to jiannuo_app', target);
end $$;
-- Protects a child table by its parent: a row is visible exactly when its parent row is.
create function protect_child(target text, parent text, key_column text) returns void language plpgsql as $$ declare seen text; begin
  seen := format('authority_id = (select current_authority()) and exists (select 1 from %I parent where parent.authority_id = %I.authority_id and parent.id = %I.%I)', parent, target, target, key_column);
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy scope on %I to jiannuo_app using (%s) with check (%s)', target, seen, seen);
  execute format('create policy owner on %I to current_user using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %I to jiannuo_app', target);
end $$;

select protect_shared('organization_unit', '(select sees_all()) or (select current_role_name()) = ''organCommittee''');
select protect_shared('organization_name', '(select sees_all()) or (select current_role_name()) = ''organCommittee''');
select protect_shared('organization_relation', '(select sees_all()) or (select current_role_name()) = ''organCommittee''');
select protect_shared('organization_place');
select protect_shared('organization_post', '(select sees_all()) or unit_id = any ((select visible_units())::uuid[])');
select protect_shared('organization_term', '(select sees_all()) or unit_id = any ((select visible_units())::uuid[])');
select protect('organization_change', 'unit_id', null);
select protect('membership_belonging', 'unit_id', 'member_id');
select protect('membership_transfer', 'from_unit_id', 'member_id', 'false');
create policy receiving on membership_transfer to jiannuo_app using (authority_id = (select current_authority()) and to_unit_id = any ((select visible_units())::uuid[]) and (select current_role_name()) not in ('member', 'partyGroupMember'));
-- A member is visible where a belonging or a post of his is: exists() over the already protected belongings keeps one truth.
alter table membership_member enable row level security;
alter table membership_member force row level security;
create policy scope on membership_member to jiannuo_app using (
  authority_id = (select current_authority()) and ((select sees_all()) or id = (select current_person())
    or exists (select 1 from membership_belonging b where b.authority_id = membership_member.authority_id and b.member_id = membership_member.id)
    or exists (select 1 from organization_post p where p.authority_id = membership_member.authority_id and p.person_id = membership_member.id and p.unit_id = any ((select visible_units())::uuid[]))))
  with check (authority_id = (select current_authority()) and ((select sees_all()) or (select current_role_name()) in ('organCommittee', 'branchSecretary')));
create policy owner on membership_member to current_user using (true) with check (true);
grant select, insert, update on membership_member to jiannuo_app;
select protect_child('membership_standing', 'membership_member', 'member_id');

-- Identity tables: a session reads its own account; administrators what their office needs. Sign-in runs through the functions below.
alter table identity_account enable row level security;
alter table identity_account force row level security;
create policy own on identity_account to jiannuo_app using (authority_id = (select current_authority()) and id = (select (current_context()).account_id));
create policy administrators on identity_account to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('systemAdministrator', 'securityAdministrator', 'job', 'workCommittee'));
create policy audit_reads on identity_account for select to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = 'auditAdministrator');
create policy owner on identity_account to current_user using (true) with check (true);
grant select, insert, update on identity_account to jiannuo_app;
alter table identity_session enable row level security;
alter table identity_session force row level security;
create policy own on identity_session to jiannuo_app using (authority_id = (select current_authority()) and account_id = (select (current_context()).account_id));
create policy administrators on identity_session to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('systemAdministrator', 'securityAdministrator', 'job'));
create policy owner on identity_session to current_user using (true) with check (true);
grant select, update on identity_session to jiannuo_app;
alter table identity_grant enable row level security;
alter table identity_grant force row level security;
create policy readable on identity_grant for select to jiannuo_app using (authority_id = (select current_authority()) and ((select current_role_name()) in ('securityAdministrator', 'systemAdministrator', 'auditAdministrator', 'job') or account_id = (select (current_context()).account_id)));
create policy writable on identity_grant to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('securityAdministrator', 'systemAdministrator'));
create policy owner on identity_grant to current_user using (true) with check (true);
grant select, insert, update on identity_grant to jiannuo_app;
alter table identity_failure enable row level security;
alter table identity_failure force row level security;
create policy readable on identity_failure for select to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'job'));
create policy owner on identity_failure to current_user using (true) with check (true);
grant select on identity_failure to jiannuo_app;

-- Sign-in happens before there is a context, so its steps are definer functions that answer no more than they must.
create function account_for_sign_in(of_login text, from_source text) returns table (authority_id uuid, id uuid, state text, password_hash text, one_time_sha256 text, one_time_until timestamptz, totp_sealed text, totp_confirmed boolean, totp_last_step bigint, account_failures bigint, source_failures bigint)
stable security definer set search_path = public language sql as $$
  select a.authority_id, a.id, a.state, a.password_hash, a.one_time_sha256, a.one_time_until, a.totp_sealed, a.totp_confirmed_at is not null, a.totp_last_step,
    (select count(*) from identity_failure f where f.authority_id = a.authority_id and f.account_id = a.id and f.source = from_source and f.at > app_now() - interval '15 minutes'),
    (select count(*) from identity_failure f where f.source = from_source and f.at > app_now() - interval '15 minutes')
  from identity_account a where lower(a.login) = lower(of_login) $$;
create function note_failure(of_authority uuid, of_account uuid, from_source text, new_id uuid) returns void security definer set search_path = public language sql as $$
  insert into identity_failure values (coalesce(of_authority, '00000000-0000-0000-0000-000000000000'), new_id, of_account, from_source, app_now()) $$;
create function open_session(of_authority uuid, of_account uuid, new_id uuid, secret_hash text, needs_totp boolean, is_strong boolean, from_address text, with_device text) returns void security definer set search_path = public language plpgsql as $$
begin
  insert into identity_session (authority_id, id, secret_sha256, account_id, capacity_key, strong, pending_totp, opened_at, seen_at, ends_at, address, device)
  select of_authority, new_id, secret_hash, of_account,
    coalesce((select c.key from account_capacities(of_authority, of_account) c order by array_position(array['systemAdministrator','securityAdministrator','auditAdministrator','workCommittee','cityCommittee','partyGroupSecretary','organCommittee','branchSecretary','districtCommittee','member','branchCommittee','partyGroupMember'], c.role) limit 1), 'member'),
    is_strong, needs_totp, app_now(), app_now(), app_now() + interval '12 hours', from_address, with_device;
end $$;
create function open_job_session(of_authority uuid, job_name text, new_id uuid, secret_hash text) returns void security definer set search_path = public language sql as $$
  insert into identity_session (authority_id, id, secret_sha256, account_id, job, opened_at, seen_at, ends_at, address, device)
  values (of_authority, new_id, secret_hash, '00000000-0000-0000-0000-000000000000', job_name, app_now(), app_now(), app_now() + interval '1 hour', 'job', job_name) $$;
create function pending_session(secret text) returns table (authority_id uuid, id uuid, account_id uuid, totp_sealed text, totp_last_step bigint) stable security definer set search_path = public language sql as $$
  select s.authority_id, s.id, s.account_id, a.totp_sealed, a.totp_last_step from identity_session s join identity_account a on a.authority_id = s.authority_id and a.id = s.account_id
  where s.secret_sha256 = encode(sha256(convert_to(secret, 'UTF8')), 'hex') and s.pending_totp and s.ended_at is null and s.opened_at > app_now() - interval '10 minutes' $$;
create function confirm_session(of_authority uuid, of_session uuid, step bigint) returns boolean security definer set search_path = public language plpgsql as $$
begin
  update identity_account a set totp_last_step = step from identity_session s
  where s.authority_id = of_authority and s.id = of_session and s.pending_totp and a.authority_id = s.authority_id and a.id = s.account_id and coalesce(a.totp_last_step, 0) < step;
  if not found then return false; end if;
  update identity_session set pending_totp = false, strong = true where authority_id = of_authority and id = of_session;
  return true;
end $$;
create function set_first_password(of_authority uuid, of_account uuid, code_sha256 text, new_hash text) returns boolean security definer set search_path = public language plpgsql as $$
begin
  update identity_account set password_hash = new_hash, one_time_sha256 = null, one_time_until = null
  where authority_id = of_authority and id = of_account and one_time_sha256 = code_sha256 and one_time_until > app_now();
  return found;
end $$;
create function demo_personas() returns table (account_id uuid, display_name text, login text, ordinal int) stable security definer set search_path = public language sql as $$
  select a.id, a.display_name, a.login, a.demo_persona from identity_account a, installation i where i.demo <> 'none' and a.demo_persona is not null and a.state = 'active' order by a.demo_persona $$;
create function demo_account(of_account uuid) returns table (authority_id uuid, id uuid) stable security definer set search_path = public language sql as $$
  select a.authority_id, a.id from identity_account a, installation i where i.demo <> 'none' and a.demo_persona is not null and a.state = 'active' and a.id = of_account $$;
create function needs_setup() returns boolean stable security definer set search_path = public language sql as $$ select not exists (select 1 from authority) $$;

grant select on installation, authority to jiannuo_app;
select protect('inbox_item', null, 'person_id');
create policy sends on inbox_item for insert to jiannuo_app with check (authority_id = (select current_authority()));
-- Facts about a person reach the person and the units above him, never his colleagues.
select protect('fact_entry', 'unit_id', 'subject_id', 'false');
create policy appends on fact_entry for insert to jiannuo_app with check (authority_id = (select current_authority()));
select protect_shared('platform_file', 'true');
select protect_shared('platform_holiday');
alter table platform_command enable row level security;
alter table platform_command force row level security;
create policy own on platform_command to jiannuo_app using (authority_id = (select current_authority()) and account_id = (select (current_context()).account_id));
create policy owner on platform_command to current_user using (true) with check (true);
grant select, insert, update on platform_command to jiannuo_app;
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy appends on audit_event for insert to jiannuo_app with check (true);
create policy readable on audit_event for select to jiannuo_app using (authority_id = (select current_authority()) and ((select current_role_name()) in ('auditAdministrator', 'job') or object_id = (select current_person())::text or account_id = (select (current_context()).account_id)));
create policy owner on audit_event to current_user using (true) with check (true);
grant select, insert on audit_event to jiannuo_app;
alter table audit_leaf enable row level security;
alter table audit_leaf force row level security;
create policy sequencer on audit_leaf to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('auditAdministrator', 'job'));
create policy owner on audit_leaf to current_user using (true) with check (true);
grant select, insert on audit_leaf to jiannuo_app;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
create policy sequencer on audit_checkpoint to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('auditAdministrator', 'job'));
create policy owner on audit_checkpoint to current_user using (true) with check (true);
grant select, insert on audit_checkpoint to jiannuo_app;
-- The clock moves only where the installation is marked as a demo or a test; the owner sets the mark at start.
alter table installation add column clock_may_move boolean not null default false;
create function move_clock_for_demo(ahead interval) returns void security definer set search_path = public language plpgsql as $$ begin
  update installation set clock_offset = ahead where clock_may_move;
  if not found then raise exception 'the clock does not move here' using errcode = '42501'; end if;
end $$;
