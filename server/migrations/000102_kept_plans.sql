-- What row level security asks at every statement keeps its plan: before PostgreSQL 18 a function in SQL is planned anew at each call, which took most of a request.
create or replace function app_now() returns timestamptz stable language plpgsql as $$ begin
  return now() + (select clock_offset from installation);
end $$;

create or replace function account_capacities(of_authority uuid, of_account uuid)
returns table (key text, role text, unit_id uuid, post_kind text) stable security definer set search_path = public language plpgsql as $$
#variable_conflict use_column
declare today date := app_today();
begin
  return query
  select 'member', 'member', b.unit_id, null from identity_account a
    join membership_belonging b on b.authority_id = a.authority_id and b.member_id = a.person_id and b.from_on <= today and (b.until_on is null or b.until_on > today)
    where a.authority_id = of_authority and a.id = of_account
  union all
  select p.id::text, role_of_post(p.kind, u.kind), p.unit_id, p.kind from identity_account a
    join organization_post p on p.authority_id = a.authority_id and p.person_id = a.person_id and p.from_on <= today and (p.until_on is null or p.until_on > today)
    join organization_unit u on u.authority_id = p.authority_id and u.id = p.unit_id and (u.dissolved_on is null or u.dissolved_on > today)
    where a.authority_id = of_authority and a.id = of_account and role_of_post(p.kind, u.kind) is not null
  union all
  select g.id::text, g.role, g.unit_id, null from identity_grant g
    where g.authority_id = of_authority and g.account_id = of_account and g.signed_by is not null and g.revoked_at is null and g.from_on <= today and (g.until_on is null or g.until_on > today);
end $$;

create or replace function current_context() returns session_context stable security definer set search_path = public language plpgsql as $$
declare found_context session_context;
begin
  select s.authority_id, s.id, s.account_id, a.person_id, coalesce(c.role, 'job'), c.unit_id, s.capacity_key, s.strong into found_context
  from identity_session s
  left join identity_account a on a.authority_id = s.authority_id and a.id = s.account_id and a.state = 'active'
  left join lateral account_capacities(s.authority_id, s.account_id) c on c.key = s.capacity_key
  where s.secret_sha256 = encode(sha256(convert_to(coalesce(current_setting('jiannuo.session', true), ''), 'UTF8')), 'hex')
    and s.ended_at is null and not s.pending_totp and s.ends_at > app_now()
    and (s.job is not null or (a.id is not null and c.key is not null and s.seen_at > app_now() - interval '30 minutes'))
  limit 1;
  return found_context;
end $$;
