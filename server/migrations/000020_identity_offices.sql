-- The offices of the three administrators, accounts of the roster, the second factor, the first set-up, and what is held about a person.
alter table identity_account add column totp_new_sealed text;
alter table identity_grant add column revoked_at timestamptz, add column revoked_by uuid;

-- As before, and a revoked grant gives nothing from that moment on, whatever its days say.
create or replace function account_capacities(of_authority uuid, of_account uuid)
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
    where g.authority_id = of_authority and g.account_id = of_account and g.signed_by is not null and g.revoked_at is null and g.from_on <= app_today() and (g.until_on is null or g.until_on > app_today())
$$;
create or replace function keep_administrators_apart() returns trigger security definer set search_path = public language plpgsql as $$
declare
  is_admin boolean := new.role like '%Administrator';
  clash text;
begin
  if new.revoked_at is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtext('administrators'), hashtext(new.account_id::text));
  select g.role into clash from identity_grant g
  where g.authority_id = new.authority_id and g.account_id = new.account_id and g.id <> new.id and g.revoked_at is null
    and (is_admin or g.role like '%Administrator') and coalesce(g.until_on, 'infinity') > new.from_on and g.from_on < coalesce(new.until_on, 'infinity') limit 1;
  if clash is null and is_admin and exists (select 1 from identity_account a where a.authority_id = new.authority_id and a.id = new.account_id and a.person_id is not null) then
    clash := 'member';
  end if;
  if clash is not null then
    raise exception 'an administrator account holds no other role: % with %', new.role, clash using errcode = 'JN001';
  end if;
  return new;
end $$;

-- A grant is asked for by one person and signed by another, never for oneself; only the security administrator ends it. Whoever has no session is the owner.
create function grants_take_two() returns trigger security definer set search_path = public language plpgsql as $$
declare
  c session_context := current_context();
  wrong text;
begin
  if c.session_id is null then return new; end if;
  if new.account_id = c.account_id then wrong := 'nobody grants to himself';
  elsif tg_op = 'INSERT' then
    if c.role <> 'securityAdministrator' or new.granted_by <> c.account_id or new.signed_by is not null or new.revoked_at is not null then wrong := 'a grant begins as a request of the security administrator'; end if;
  elsif row(new.account_id, new.role, new.unit_id, new.from_on, new.until_on, new.granted_by, new.granted_at) is distinct from row(old.account_id, old.role, old.unit_id, old.from_on, old.until_on, old.granted_by, old.granted_at) then
    wrong := 'a grant is never changed';
  elsif new.signed_by is distinct from old.signed_by and (old.signed_by is not null or old.revoked_at is not null or new.signed_by is distinct from c.account_id or old.granted_by = c.account_id) then
    wrong := 'the second signature is another person''s';
  elsif new.revoked_at is distinct from old.revoked_at and (old.revoked_at is not null or c.role <> 'securityAdministrator' or new.revoked_by is distinct from c.account_id) then
    wrong := 'the security administrator revokes, once';
  end if;
  if wrong is not null then raise exception '%', wrong using errcode = 'JN001'; end if;
  return new;
end $$;
create trigger grants_take_two before insert or update on identity_grant for each row execute function grants_take_two();

-- Disabling an account or replacing its password ends its sessions, all but the one that asked for it.
create function end_sessions_with_account() returns trigger security definer set search_path = public language plpgsql as $$ begin
  if new.state <> 'active' or new.password_hash is distinct from old.password_hash then
    update identity_session s set ended_at = app_now()
    where s.authority_id = new.authority_id and s.account_id = new.id and s.ended_at is null and s.id is distinct from (current_context()).session_id;
  end if;
  return new;
end $$;
create trigger sessions_end after update on identity_account for each row execute function end_sessions_with_account();

-- Whose accounts an organ committee looks after: members of its subtree, but nobody who acts beside or above it.
create function members_below() returns uuid[] stable security definer set search_path = public language plpgsql as $$
declare c session_context := current_context();
begin
  if c.role is distinct from 'organCommittee' then return '{}'; end if;
  return (select coalesce(array_agg(distinct b.member_id), '{}') from membership_belonging b
    where b.authority_id = c.authority_id and b.unit_id = any (visible_units()) and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())
      and not exists (select 1 from organization_post p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id
        where p.authority_id = b.authority_id and p.person_id = b.member_id and p.from_on <= app_today() and (p.until_on is null or p.until_on > app_today())
          and role_of_post(p.kind, u.kind) in ('workCommittee', 'cityCommittee', 'districtCommittee', 'partyGroupSecretary', 'partyGroupMember', 'organCommittee')));
end $$;
drop policy administrators on identity_account;
create policy administrators on identity_account to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) in ('systemAdministrator', 'securityAdministrator', 'job'));
create policy staff on identity_account to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = 'workCommittee' and person_id is not null);
create policy committee on identity_account to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = 'organCommittee' and person_id = any ((select members_below())::uuid[]));

-- Current members within the caller's reach, with the account each has or lacks; `below` narrows to one unit and what it leads.
create function roster_accounts(below uuid) returns table (person_id uuid, code text, name text, unit_name text, account_id uuid, login text, has_password boolean) stable language sql as $$
  select m.id, m.code, m.name, u.name, a.id, a.login, a.password_hash is not null
  from membership_member m
  join lateral (select b.unit_id from membership_belonging b where b.authority_id = m.authority_id and b.member_id = m.id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today()) order by b.from_on desc limit 1) at on true
  join organization_unit u on u.authority_id = m.authority_id and u.id = at.unit_id
  left join identity_account a on a.authority_id = m.authority_id and a.person_id = m.id
  where m.authority_id = current_authority() and (sees_all() or m.id = any ((select members_below())::uuid[]))
    and (below is null or exists (select 1 from organization_place p join organization_place top on top.authority_id = p.authority_id and top.unit_id = below where p.authority_id = m.authority_id and p.unit_id = at.unit_id and p.path like top.path || '%'))
  order by u.name, m.name, m.code $$;

-- Failures of one account from one address in the last quarter of an hour.
create function failures_against(of_authority uuid, of_account uuid, from_source text) returns bigint stable security definer set search_path = public language sql as $$
  select count(*) from identity_failure f where f.authority_id = of_authority and f.account_id = of_account and f.source = from_source and f.at > app_now() - interval '15 minutes' $$;

-- Notes of the audit administrator on rows of the log; the rows themselves never change.
create table identity_audit_mark (
  authority_id uuid not null references authority,
  id uuid not null,
  event_id uuid not null,
  note text not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, event_id) references audit_event
);
create index on identity_audit_mark (authority_id, event_id);
create trigger append_only before update or delete on identity_audit_mark for each row execute function refuse_change();
alter table identity_audit_mark enable row level security;
alter table identity_audit_mark force row level security;
create policy auditor on identity_audit_mark to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = 'auditAdministrator');
create policy owner on identity_audit_mark to current_user using (true) with check (true);
grant select, insert on identity_audit_mark to jiannuo_app;

-- What the system administrator may know of the running system: sizes and counts, no content.
create function system_state() returns jsonb stable security definer set search_path = public language plpgsql as $$
declare c session_context := current_context();
begin
  if c.role is distinct from 'systemAdministrator' then return null; end if;
  return jsonb_build_object(
    'databaseVersion', current_setting('server_version'),
    'databaseBytes', pg_database_size(current_database()),
    'migration', (select max(name) from migration),
    'accounts', (select count(*) from identity_account a where a.authority_id = c.authority_id),
    'disabled', (select count(*) from identity_account a where a.authority_id = c.authority_id and a.state = 'disabled'),
    'neverUsed', (select count(*) from identity_account a where a.authority_id = c.authority_id and a.password_hash is null and a.demo_persona is null),
    'sessions', (select count(*) from identity_session s where s.authority_id = c.authority_id and s.job is null and s.ended_at is null and s.ends_at > app_now() and s.seen_at > app_now() - interval '30 minutes'),
    'auditPending', (select count(*) from audit_event e where e.authority_id = c.authority_id and not exists (select 1 from audit_leaf l where l.authority_id = e.authority_id and l.event_id = e.id)),
    'lastJobAt', (select max(s.opened_at) from identity_session s where s.authority_id = c.authority_id and s.job is not null));
end $$;

-- Everything held about the person who asks, and who else looked at it.
create function my_data() returns jsonb stable security definer set search_path = public language plpgsql as $$
declare c session_context := current_context();
begin
  if c.person_id is null then return null; end if;
  return jsonb_build_object(
    'member', (select to_jsonb(m) - 'authority_id' - 'id' - 'pinyin' - 'initials' from membership_member m where m.authority_id = c.authority_id and m.id = c.person_id),
    'standings', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'state', s.state, 'leadingCadre', s.leading_cadre, 'from', s.from_on, 'until', s.until_on) order by s.from_on), '[]') from membership_standing s where s.authority_id = c.authority_id and s.member_id = c.person_id),
    'belongings', (select coalesce(jsonb_agg(jsonb_build_object('unit', u.name, 'from', b.from_on, 'until', b.until_on) order by b.from_on), '[]') from membership_belonging b join organization_unit u on u.authority_id = b.authority_id and u.id = b.unit_id where b.authority_id = c.authority_id and b.member_id = c.person_id),
    'posts', (select coalesce(jsonb_agg(jsonb_build_object('unit', u.name, 'kind', p.kind, 'from', p.from_on, 'until', p.until_on) order by p.from_on), '[]') from organization_post p join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id where p.authority_id = c.authority_id and p.person_id = c.person_id),
    'transfers', (select count(*) from membership_transfer t where t.authority_id = c.authority_id and t.member_id = c.person_id),
    'pledges', (select count(*) from pledge_pledge p where p.authority_id = c.authority_id and p.person_id = c.person_id),
    'reports', (select count(*) from pledge_report r where r.authority_id = c.authority_id and r.person_id = c.person_id),
    'facts', (select count(*) from fact_entry f where f.authority_id = c.authority_id and f.subject_id = c.person_id),
    'messages', (select count(*) from inbox_item i where i.authority_id = c.authority_id and i.person_id = c.person_id),
    'results', (select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'level', r.level, 'grade', x.grade, 'releasedAt', x.released_at) order by y.year), '[]') from appraisal_result x
      join appraisal_round r on r.authority_id = x.authority_id and r.id = x.round_id join cycle_year y on y.authority_id = r.authority_id and y.id = r.cycle_id
      where x.authority_id = c.authority_id and x.person_id = c.person_id and x.released_at is not null),
    'account', (select jsonb_build_object('login', a.login, 'createdAt', a.created_at, 'secondFactor', a.totp_confirmed_at is not null) from identity_account a where a.authority_id = c.authority_id and a.id = c.account_id),
    'views', (select coalesce(jsonb_agg(v order by v ->> 'at' desc), '[]') from (
      select jsonb_build_object('at', e.at, 'action', e.action, 'role', e.role, 'name', coalesce(a.display_name, ''), 'unit', coalesce(u.name, '')) as v
      from audit_event e left join identity_account a on a.authority_id = e.authority_id and a.id = e.account_id left join organization_unit u on u.authority_id = e.authority_id and u.id = e.unit_id
      where e.authority_id = c.authority_id and e.object_id = c.person_id::text and e.outcome = 'done' and e.account_id is distinct from c.account_id order by e.at desc limit 200) seen));
end $$;

-- The first set-up of an empty installation, once, by whoever read the token off the console. Answers null when the token is wrong, false when it is too late.
create function set_up_city(token text, plan jsonb) returns boolean security definer set search_path = public language plpgsql as $$
declare
  city uuid := (plan ->> 'authorityId')::uuid;
  staff jsonb := plan -> 'staff';
begin
  perform pg_advisory_xact_lock(hashtext('set-up'));
  if exists (select 1 from authority) then return false; end if;
  if not exists (select 1 from installation where setup_token_sha256 = encode(sha256(convert_to(token, 'UTF8')), 'hex')) then return null; end if;
  insert into authority (authority_id, name, city) values (city, plan ->> 'name', plan ->> 'city');
  insert into organization_unit (authority_id, id, code, kind, name, pinyin, initials, founded_on)
    select city, (u ->> 'id')::uuid, u ->> 'code', u ->> 'kind', u ->> 'name', u ->> 'pinyin', u ->> 'initials', (plan ->> 'foundedOn')::date from jsonb_array_elements(plan -> 'units') u;
  insert into organization_name (authority_id, id, unit_id, name, from_on)
    select city, gen_random_uuid(), (u ->> 'id')::uuid, u ->> 'name', (plan ->> 'foundedOn')::date from jsonb_array_elements(plan -> 'units') u;
  insert into organization_relation (authority_id, id, kind, upper_id, lower_id, from_on)
    values (city, gen_random_uuid(), 'leads', (plan -> 'units' -> 0 ->> 'id')::uuid, (plan -> 'units' -> 1 ->> 'id')::uuid, (plan ->> 'foundedOn')::date);
  insert into membership_member (authority_id, id, code, name, pinyin, initials) values (city, (staff ->> 'personId')::uuid, staff ->> 'code', staff ->> 'name', staff ->> 'pinyin', staff ->> 'initials');
  insert into membership_standing (authority_id, id, member_id, kind, state, from_on) values (city, gen_random_uuid(), (staff ->> 'personId')::uuid, 'regular', 'inService', app_today());
  insert into organization_post (authority_id, id, unit_id, kind, person_id, from_on) values (city, gen_random_uuid(), (plan -> 'units' -> 1 ->> 'id')::uuid, 'workCommitteeStaff', (staff ->> 'personId')::uuid, app_today());
  insert into identity_account (authority_id, id, login, person_id, display_name, one_time_sha256, one_time_until, created_at)
    select city, (a ->> 'id')::uuid, a ->> 'login', (a ->> 'personId')::uuid, a ->> 'name', a ->> 'codeSha256', app_now() + interval '30 days', app_now() from jsonb_array_elements(plan -> 'accounts') a;
  -- The set-up itself signs: there is nobody yet who could.
  insert into identity_grant (authority_id, id, account_id, role, from_on, granted_by, granted_at, signed_by, signed_at)
    select city, gen_random_uuid(), (a ->> 'id')::uuid, a ->> 'role', app_today(), (staff ->> 'accountId')::uuid, app_now(), '00000000-0000-0000-0000-000000000000', app_now() from jsonb_array_elements(plan -> 'accounts') a where a ->> 'role' is not null;
  perform place_units(city);
  update installation set setup_token_sha256 = null;
  return true;
end $$;

-- The name of a unit for those who see grants but no organisation.
create function unit_name(of_authority uuid, of_unit uuid) returns text stable security definer set search_path = public language sql as $$
  select u.name from organization_unit u where u.authority_id = of_authority and u.authority_id = current_authority() and u.id = of_unit $$;
