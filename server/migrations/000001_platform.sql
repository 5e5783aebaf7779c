-- Roles, clock, files, idempotency, audit, facts, inbox. Every business table starts with authority_id: a city is a shard.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'jiannuo_app') then create role jiannuo_app nologin nobypassrls; end if;
end $$;
grant usage on schema public to jiannuo_app;

create table installation (
  single boolean primary key default true check (single),
  clock_offset interval not null default '0',
  demo text not null default 'none' check (demo in ('none', 'small', 'full')),
  setup_token_sha256 text,
  created_at timestamptz not null default now()
);
insert into installation default values;
create function app_now() returns timestamptz stable language sql as $$ select now() + clock_offset from installation $$;
create function app_today() returns date stable language sql as $$ select (app_now() at time zone 'Asia/Shanghai')::date $$;

create table authority (
  authority_id uuid primary key,
  name text not null,
  city text not null,
  created_at timestamptz not null default now()
);

create table platform_file (
  authority_id uuid not null references authority,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  primary key (authority_id, sha256)
);

create table platform_command (
  authority_id uuid not null,
  account_id uuid not null,
  key uuid not null,
  request_sha256 text not null,
  status int,
  reply jsonb,
  received_at timestamptz not null default now(),
  primary key (authority_id, account_id, key)
);
create index on platform_command (received_at);

create table audit_event (
  authority_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  role text,
  action text not null,
  object_id text not null,
  unit_id uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  route text not null,
  address text not null,
  request_id text not null,
  values_sha256 text,
  primary key (authority_id, id)
);
create index on audit_event (authority_id, at);
create index on audit_event (authority_id, object_id);
create table audit_leaf (
  authority_id uuid not null,
  seq bigint not null check (seq >= 0),
  event_id uuid not null,
  sha256 text not null,
  sm3 text not null,
  primary key (authority_id, seq),
  unique (authority_id, event_id)
);
create table audit_checkpoint (
  authority_id uuid not null,
  size bigint not null,
  root_sha256 text not null,
  root_sm3 text not null,
  at timestamptz not null,
  signature text not null,
  primary key (authority_id, size)
);

create table fact_entry (
  authority_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  unit_id uuid not null,
  on_day date not null,
  value numeric not null,
  source_module text not null,
  source_id text not null,
  reverses uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (authority_id, id)
);
create index on fact_entry (authority_id, subject_id, kind, on_day);
create index on fact_entry (authority_id, unit_id, kind, on_day);
create unique index on fact_entry (authority_id, reverses) where reverses is not null;
create function refuse_change() returns trigger language plpgsql as $$ begin
  raise exception '% is append-only: write a reversing row instead', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on fact_entry for each row execute function refuse_change();
create trigger append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger append_only before update or delete on audit_leaf for each row execute function refuse_change();
create trigger append_only before update or delete on audit_checkpoint for each row execute function refuse_change();

create table inbox_item (
  authority_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  kind text not null,
  object_id text not null,
  title_zh text not null,
  title_en text not null,
  link text not null,
  due_on date,
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (authority_id, id)
);
create index on inbox_item (authority_id, person_id, sent_at desc);
create unique index on inbox_item (authority_id, person_id, kind, object_id);

create table platform_holiday (
  authority_id uuid not null,
  day date not null,
  working boolean not null,
  reason text not null,
  primary key (authority_id, day)
);
