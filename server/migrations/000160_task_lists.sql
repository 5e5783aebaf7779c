-- Lists of tasks and the tasks they give to units (R2.2, R2.10): one item in the list, one task for each unit it went to.
create table supervision_list (
  authority_id uuid not null references authority (authority_id),
  id uuid not null,
  -- The unit whose office issued it.
  unit_id uuid not null,
  kind text not null check (kind in ('instruction', 'decision', 'responsibilityList', 'problemList', 'benchmarkList', 'appraisalItems', 'workList')),
  title text not null,
  source text not null,
  source_on date,
  clause text,
  wording text not null,
  meeting_id uuid,
  -- The task of the level above which this list breaks down.
  of_task_id uuid,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit (authority_id, id),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index on supervision_list (authority_id, unit_id, issued_at desc, id);
create index on supervision_list (authority_id, issued_at desc, id);
create index on supervision_list (authority_id, of_task_id) where of_task_id is not null;
create index on supervision_list (authority_id, meeting_id) where meeting_id is not null;

create table supervision_item (
  authority_id uuid not null,
  list_id uuid not null,
  ordinal int not null check (ordinal between 1 and 60),
  title text not null,
  demand text not null,
  -- Null: the head of the unit.
  post text check (post in ('deputySecretary', 'fullTimeDeputySecretary', 'organizationMember', 'publicityMember', 'disciplineMember', 'committeeMember', 'partyGroupMember')),
  due_on date not null,
  minutes int not null check (minutes between 1 and 6000),
  primary key (authority_id, list_id, ordinal),
  foreign key (authority_id, list_id) references supervision_list (authority_id, id)
);

create table supervision_task (
  authority_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  ordinal int not null,
  unit_id uuid not null,
  -- Of the list, so that row level security and lists by who asked need no other table.
  from_unit_id uuid not null,
  -- As extended for this unit.
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'settled', 'withdrawn')),
  answer text,
  answered_on date,
  settled_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, list_id, unit_id, ordinal),
  foreign key (authority_id, list_id, ordinal) references supervision_item (authority_id, list_id, ordinal),
  foreign key (authority_id, unit_id) references organization_unit (authority_id, id),
  check ((answer is null) = (answered_on is null)),
  check (state not in ('answered', 'settled') or answer is not null),
  check ((state = 'settled') = (settled_at is not null))
);
create index on supervision_task (authority_id, unit_id, due_on, id);
create index on supervision_task (authority_id, from_unit_id, due_on, id);
create index on supervision_task (authority_id, due_on, id);
create index on supervision_task (authority_id, due_on) where state = 'open';
alter table supervision_list add foreign key (authority_id, of_task_id) references supervision_task (authority_id, id);

-- Seen by the unit that has it to do, those who lead that unit, and the unit that asked; what a district that is only guided asks of its own is its own.
alter table supervision_task enable row level security;
alter table supervision_task force row level security;
create policy scope on supervision_task to jiannuo_app using (authority_id = (select current_authority()) and (
    (select sees_all()) and unit_id <> all ((select guided_units())::uuid[])
    or unit_id = any ((select visible_units())::uuid[])
    or from_unit_id = (select (current_context()).unit_id) and (select current_role_name()) not in ('member', 'partyGroupMember')))
  with check (authority_id = (select current_authority()) and (
    (select sees_all()) and unit_id <> all ((select guided_units())::uuid[])
    or unit_id = any ((select visible_units())::uuid[])
    or from_unit_id = (select (current_context()).unit_id) and (select current_role_name()) not in ('member', 'partyGroupMember')));
create policy owner on supervision_task to current_user using (true) with check (true);
grant select, insert, update on supervision_task to jiannuo_app;

-- A list is seen by its issuer, those who lead the issuer, and by whoever sees one of its tasks.
alter table supervision_list enable row level security;
alter table supervision_list force row level security;
create policy scope on supervision_list to jiannuo_app using (authority_id = (select current_authority()) and (
    (select sees_all()) and unit_id <> all ((select guided_units())::uuid[])
    or unit_id = (select (current_context()).unit_id) and (select current_role_name()) not in ('member', 'partyGroupMember')
    or (select current_role_name()) not in ('member', 'partyGroupMember') and unit_id = any ((select visible_units())::uuid[])
    or exists (select 1 from supervision_task t where t.authority_id = supervision_list.authority_id and t.list_id = supervision_list.id)))
  with check (authority_id = (select current_authority()) and (unit_id = (select (current_context()).unit_id) or (select current_role_name()) = 'job'));
create policy owner on supervision_list to current_user using (true) with check (true);
grant select, insert, update on supervision_list to jiannuo_app;
select protect_child('supervision_item', 'supervision_list', 'list_id');
revoke update, delete on supervision_item from jiannuo_app;

-- What became of a task, in order: steps on the way, answers, what came back and why, more time given.
create table supervision_event (
  authority_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('step', 'answer', 'return', 'settle', 'extend', 'withdraw')),
  step text check (step in ('relay', 'study', 'survey', 'breakdown')),
  text text not null,
  meeting_id uuid,
  due_before date,
  due_after date,
  made_on date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_for uuid not null,
  primary key (authority_id, id),
  foreign key (authority_id, task_id) references supervision_task (authority_id, id),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id),
  check ((kind = 'step') = (step is not null)),
  check ((kind = 'extend') = (due_after is not null))
);
create index on supervision_event (authority_id, task_id, made_at);
select protect_child('supervision_event', 'supervision_task', 'task_id');
create trigger append_only before update or delete on supervision_event for each row execute function refuse_change();

-- A meeting as a reference, as far as the caller sees it.
create function meeting_ref(of_meeting uuid) returns table (id uuid, unit_id uuid, title text) stable language sql as $$
  select m.id, m.unit_id, m.title from meeting_life_meeting m where m.authority_id = (select current_authority()) and m.id = of_meeting $$;

-- Units to which the caller's office may give tasks on a day: its own and what it leads, never what it only guides.
-- Named ones, or all of some kinds but its own.
create function task_recipients(of_units uuid[], of_kinds text[], on_day date) returns table (unit_id uuid, name text) stable language sql as $$
  select u.id, u.name from organization_unit u
  where u.authority_id = (select current_authority()) and u.founded_on <= on_day and (u.dissolved_on is null or u.dissolved_on > on_day)
    and u.kind not in ('group', 'section', 'businessUnit')
    and (u.id = (select (current_context()).unit_id) or ((select sees_all()) and u.id <> all ((select guided_units())::uuid[]) and u.kind <> 'cityCommittee') or u.id = any ((select visible_units())::uuid[]))
    and (u.id = any (of_units) or (u.kind = any (of_kinds) and u.id <> (select (current_context()).unit_id)))
  order by u.name, u.id $$;

-- Who has to do a task of a unit by its post ('' for the head), each unit with each post: the holders, or where nobody holds it
-- the head; no row where there is neither. Posts and who holds them are open inside the authority.
create function task_holders(of_units uuid[], of_posts text[], on_day date) returns table (unit_id uuid, post text, person_id uuid, stands_in boolean)
stable security definer set search_path = public language sql as $$
  with office as (
    select o.unit_id, o.kind, o.person_id, case when o.kind in ('secretary', 'partyGroupSecretary') then 1
      when u.kind = 'workCommittee' and o.kind = 'workCommitteeStaff' or u.kind = 'districtWorkCommittee' and o.kind = 'districtStaff' or u.kind = 'cityCommittee' and o.kind = 'organizationDepartmentStaff' then 2
      when o.kind in ('fullTimeDeputySecretary', 'deputySecretary') then 3 end as rank
    from organization_post o join organization_unit u on u.authority_id = o.authority_id and u.id = o.unit_id
    where o.authority_id = current_authority() and o.unit_id = any (of_units) and o.from_on <= on_day and (o.until_on is null or o.until_on > on_day)
  ), heads as (
    select h.* from office h where h.rank = (select min(first.rank) from office first where first.unit_id = h.unit_id)
  ), held as (
    select o.unit_id, o.kind as post, o.person_id from office o where o.kind = any (of_posts)
  )
  select h.unit_id, h.post, h.person_id, false from held h
  union all
  select h.unit_id, p.post, h.person_id, p.post <> '' or h.rank = 3 from heads h cross join unnest(of_posts) p(post)
  where not exists (select 1 from held x where x.unit_id = h.unit_id and x.post = p.post) $$;

-- What of tasks waits for an office: those it has to do, with the unit that asked, and the answers it has to confirm taken together.
create function task_asks(of_authority uuid, of_role text, of_unit uuid, of_post text) returns table (kind text, object_id uuid, person_id uuid, unit_id uuid, level text, due_on date, since timestamptz, amount int, detail text)
stable language sql as $$
  select 'doTask', t.id, null::uuid, t.from_unit_id, null, t.due_on, l.issued_at, 1, i.title
  from supervision_task t join supervision_list l on l.authority_id = t.authority_id and l.id = t.list_id
  join supervision_item i on i.authority_id = t.authority_id and i.list_id = t.list_id and i.ordinal = t.ordinal
  where t.authority_id = of_authority and t.unit_id = of_unit and t.state = 'open'
    and (of_role in ('branchSecretary', 'organCommittee', 'partyGroupSecretary', 'districtCommittee', 'workCommittee') or of_role in ('branchCommittee', 'partyGroupMember') and i.post = of_post)
  union all
  select 'settleTask', null, null, null, null, null, min(t.answered_on)::timestamptz, count(*)::int, null
  from supervision_task t where t.authority_id = of_authority and t.from_unit_id = of_unit and t.state = 'answered'
    and of_role in ('branchSecretary', 'organCommittee', 'partyGroupSecretary', 'districtCommittee', 'workCommittee', 'cityCommittee')
  having count(*) > 0 $$;
revoke execute on function task_asks(uuid, text, uuid, text) from public;
create index on supervision_task (authority_id, from_unit_id) where state = 'answered';

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
  ) x
  where c.person_id is not null
  order by x.due_on nulls last, x.since, x.kind, x.object_id $$;
