-- What waits in tasks and what waits in ratings of units, both beside what a person and an office are asked otherwise.
create or replace function my_asks() returns table (capacity_key text, kind text, object_id uuid, person_id uuid, person_name text, unit_id uuid, unit_name text, level text, due_on date, since timestamptz, amount int, detail text)
stable security definer set search_path = public language sql as $$
  select x.key, x.kind, x.object_id, x.person_id, (select m.name from membership_member m where m.authority_id = c.authority_id and m.id = x.person_id),
    x.unit_id, (select u.name from organization_unit u where u.authority_id = c.authority_id and u.id = x.unit_id), x.level, x.due_on, x.since, x.amount, x.detail
  from current_context() c
  cross join lateral (
    select 'member' as key, o.* from own_asks(c.authority_id, c.person_id, app_today()) o
    union all
    select k.key, o.* from account_capacities(c.authority_id, c.account_id) k cross join lateral office_asks(c.authority_id, c.person_id, k.role, k.unit_id, app_today()) o
    union all
    -- A committee member's task is a matter of his own: his post has no first screen beside the member's.
    select case when k.role in ('branchCommittee', 'partyGroupMember') then 'member' else k.key end, t.* from account_capacities(c.authority_id, c.account_id) k
      cross join lateral task_asks(c.authority_id, k.role, k.unit_id, k.post_kind) t
    union all
    select u.* from unit_rating_asks(c.authority_id, c.account_id, c.person_id) u
  ) x
  where c.person_id is not null
  order by x.due_on nulls last, x.since, x.kind, x.object_id $$;
