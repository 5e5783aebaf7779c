-- The authority's own days on top of the published calendar: days off and days of work, with reason and document. A day is withdrawn, never deleted.
alter table platform_holiday drop constraint platform_holiday_pkey;
alter table platform_holiday
  add column id uuid not null default gen_random_uuid(),
  add column document text not null default '',
  add column recorded_by uuid,
  add column recorded_at timestamptz not null default now(),
  add column withdrawn_by uuid,
  add column withdrawn_at timestamptz,
  add column withdrawal_reason text,
  add column withdrawal_document text,
  add constraint platform_holiday_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null) and (withdrawn_at is null) = (withdrawal_document is null)),
  add primary key (authority_id, id);
alter table platform_holiday alter column id drop default, alter column document drop default, alter column recorded_at drop default;
create unique index platform_holiday_standing on platform_holiday (authority_id, day) where withdrawn_at is null;
revoke delete on platform_holiday from jiannuo_app;
