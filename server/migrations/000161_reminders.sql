-- How a person is reached beside the inbox, and what was sent that way.
create table desk_reminder (
  authority_id uuid not null,
  person_id uuid not null,
  -- Sealed under the installation's key; the hint is what may be shown.
  address_sealed text,
  address_hint text,
  confirmed_at timestamptz,
  -- The code sent to an address that is not confirmed yet, as a hash.
  code_sha256 text,
  code_sent_at timestamptz,
  code_tries int not null default 0,
  mode text not null default 'off' check (mode in ('off', 'atOnce', 'daily')),
  -- Minutes of the day in the city's time; none is sent from the first up to the second, over midnight too.
  quiet_from int check (quiet_from between 0 and 1439),
  quiet_until int check (quiet_until between 0 and 1439),
  hook boolean not null default true,
  primary key (authority_id, person_id),
  check ((quiet_from is null) = (quiet_until is null)),
  check (confirmed_at is null or address_sealed is not null)
);
select protect('desk_reminder', null, 'person_id');

create table desk_delivery (
  authority_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('mail', 'hook')),
  -- dropped: read in the meantime, or no longer wanted.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts int not null default 0,
  next_at timestamptz not null,
  error text,
  settled_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, item_id, channel),
  foreign key (authority_id, item_id) references inbox_item (authority_id, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index on desk_delivery (authority_id, next_at) where state = 'waiting';
create index on desk_delivery (authority_id, settled_at) where state = 'failed';
select protect('desk_delivery', null, 'person_id');

-- Up to when messages have been looked at for delivery.
create table desk_delivery_mark (
  authority_id uuid primary key references authority (authority_id),
  through timestamptz not null
);
alter table desk_delivery_mark enable row level security;
alter table desk_delivery_mark force row level security;
create policy job on desk_delivery_mark to jiannuo_app using (authority_id = (select current_authority()) and (select current_role_name()) = 'job') with check (authority_id = (select current_authority()) and (select current_role_name()) = 'job');
create policy owner on desk_delivery_mark to current_user using (true) with check (true);
grant select, insert, update on desk_delivery_mark to jiannuo_app;
create index on inbox_item (authority_id, sent_at);

-- For the system administrator: how deliveries stand, in counts and reasons; whom they were for stays hidden.
create function delivery_health() returns table (waiting int, failed int, channel text, error text, last_at timestamptz) stable security definer set search_path = public language sql as $$
  select (count(*) filter (where d.state = 'waiting'))::int, (count(*) filter (where d.state = 'failed'))::int, d.channel, d.error, max(d.settled_at)
  from desk_delivery d where d.authority_id = current_authority() and current_role_name() = 'systemAdministrator' and d.state in ('waiting', 'failed')
  group by d.channel, d.error $$;
create function retry_deliveries(at timestamptz) returns int volatile security definer set search_path = public language sql as $$
  with again as (
    update desk_delivery d set state = 'waiting', settled_at = null, attempts = 0, next_at = at
    where d.authority_id = current_authority() and current_role_name() = 'systemAdministrator' and d.state = 'failed' returning 1
  ) select count(*)::int from again $$;

-- Unread messages sent since then that are wanted by a way they have not been planned for yet; for the job, which sees all.
create function fresh_messages(since timestamptz, by_mail boolean, by_hook boolean)
returns table (id uuid, person_id uuid, mode text, quiet_from int, quiet_until int, mail boolean, hook boolean) stable language sql as $$
  select i.id, i.person_id, coalesce(r.mode, 'off'), r.quiet_from, r.quiet_until,
    by_mail and r.confirmed_at is not null and r.mode <> 'off' and not exists (select 1 from desk_delivery d where d.authority_id = i.authority_id and d.item_id = i.id and d.channel = 'mail'),
    by_hook and coalesce(r.hook, true) and not exists (select 1 from desk_delivery d where d.authority_id = i.authority_id and d.item_id = i.id and d.channel = 'hook')
  from inbox_item i left join desk_reminder r on r.authority_id = i.authority_id and r.person_id = i.person_id
  where i.authority_id = (select current_authority()) and i.sent_at >= since and i.read_at is null $$;
-- The number of a person in the roster, by which a messenger knows him.
create function person_code(of_authority uuid, of_person uuid) returns text stable language sql as $$
  select m.code from membership_member m where m.authority_id = of_authority and m.id = of_person $$;
-- A wrong code counts although its request fails.
create function note_code_try(of_authority uuid, of_person uuid) returns void security definer set search_path = public language sql as $$
  update desk_reminder set code_tries = code_tries + 1 where authority_id = of_authority and person_id = of_person $$;
