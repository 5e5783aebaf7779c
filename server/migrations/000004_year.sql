-- The year: phases, duties, pledges, review, notice, fulfilment, report.
create table cycle_year (
  authority_id uuid not null references authority,
  id uuid not null,
  year int not null check (year between 2000 and 2100),
  title text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  notice_days int not null default 5 check (notice_days between 1 and 30),
  review_days int not null default 5 check (review_days between 1 and 30),
  objection_days int not null default 5 check (objection_days between 1 and 30),
  report_max_characters int not null default 1500 check (report_max_characters between 300 and 5000),
  created_by uuid,
  created_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, year)
);
-- Phases in order; the one in force is found by the day. A phase closed late carries its extension in cycle_extension.
create table cycle_phase (
  authority_id uuid not null,
  cycle_id uuid not null,
  phase text not null check (phase in ('preparing', 'pledging', 'review', 'fulfilling', 'midYear', 'reporting', 'rating', 'grading', 'filing')),
  from_on date not null,
  until_on date not null check (until_on > from_on),
  primary key (authority_id, cycle_id, phase),
  foreign key (authority_id, cycle_id) references cycle_year
);
create table cycle_extension (
  authority_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  phase text not null,
  until_before date not null,
  until_after date not null check (until_after > until_before),
  reason text not null,
  extended_by uuid not null,
  extended_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle_year
);

create table pledge_duty (
  authority_id uuid not null,
  id uuid not null,
  level text not null check (level in ('member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary')),
  orientation text not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  source text not null,
  leading_cadre boolean not null default false,
  from_on date not null,
  until_on date check (until_on > from_on),
  primary key (authority_id, id)
);
-- 岗位职责说明: scope, power, standard and accountability of one person's business post.
create table pledge_description (
  authority_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  position text not null,
  scope text not null,
  power text not null,
  standard text not null,
  accountability text not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (authority_id, id)
);
create unique index on pledge_description (authority_id, person_id);
create table pledge_template (
  authority_id uuid not null,
  id uuid not null,
  title text not null,
  origin text not null,
  note text not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (authority_id, id)
);
create table pledge_adoption (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  cycle_id uuid not null,
  template_id uuid not null,
  content jsonb not null,
  adopted_by uuid not null,
  adopted_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, unit_id, cycle_id),
  foreign key (authority_id, template_id) references pledge_template
);
create table pledge_pledge (
  authority_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  level text not null check (level in ('member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary')),
  person_id uuid not null,
  unit_id uuid not null,
  reviewer_unit_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'onNotice', 'inForce', 'amending', 'closed')),
  version int not null default 1,
  amends uuid,
  submitted_at timestamptz,
  review_due_on date,
  approved_at timestamptz,
  approved_by uuid,
  notice_id uuid,
  in_force_on date,
  amendment_reason text,
  saved_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle_year
);
create unique index on pledge_pledge (authority_id, cycle_id, person_id, level) where amends is null;
create index on pledge_pledge (authority_id, unit_id, cycle_id, state);
create index on pledge_pledge (authority_id, reviewer_unit_id, state);
create index on pledge_pledge (authority_id, person_id);
create table pledge_item (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  position int not null,
  kind text not null check (kind in ('party', 'business')),
  title text not null default '',
  target numeric,
  unit text not null default '',
  measures text not null default '',
  due_on date,
  weight int not null default 0 check (weight between 0 and 100),
  duty_id uuid,
  fact_kind text,
  state text not null default 'notStarted' check (state in ('notStarted', 'underWay', 'done', 'lagging', 'rectifying', 'rectified', 'excused')),
  achieved numeric,
  done_on date,
  excuse_reason text,
  excused_by uuid,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create index on pledge_item (authority_id, pledge_id);
create table pledge_review (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  round int not null,
  decision text not null check (decision in ('approved', 'returned')),
  reason text,
  items_then jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create index on pledge_review (authority_id, pledge_id);
create table pledge_comment (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  item_id uuid not null,
  round int not null,
  text text not null,
  settled boolean not null default false,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create index on pledge_comment (authority_id, pledge_id);
create table pledge_progress (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  item_id uuid not null,
  on_day date not null,
  achieved numeric not null,
  statement text not null,
  file_sha256 text,
  source text not null default 'person' check (source in ('person', 'fact', 'midYear')),
  written_by uuid,
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create index on pledge_progress (authority_id, item_id, on_day);
create index on pledge_progress (authority_id, pledge_id);
create table pledge_rectification (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  item_id uuid not null,
  cause text not null,
  measure text not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'accepted', 'reopened')),
  result text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  done_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create index on pledge_rectification (authority_id, pledge_id);
-- Evidence is asked of a drawn sample only; the seed is kept so that the draw can be repeated.
create table pledge_sample (
  authority_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  cycle_id uuid not null,
  pledge_id uuid not null,
  item_id uuid not null,
  seed text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  due_on date not null,
  file_sha256 text,
  answer text,
  answered_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create table pledge_midyear (
  authority_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  unit_id uuid not null,
  note text not null default '',
  checked_by uuid not null,
  checked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, pledge_id),
  foreign key (authority_id, pledge_id) references pledge_pledge on delete cascade
);
create table pledge_report (
  authority_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  pledge_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  text text not null default '',
  state text not null default 'draft' check (state in ('draft', 'submitted')),
  saved_at timestamptz not null,
  submitted_at timestamptz,
  remark text,
  remarked_by uuid,
  remarked_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, pledge_id)
);

create table disclosure_notice (
  authority_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('pledge', 'result')),
  unit_id uuid not null,
  title text not null,
  object_ids uuid[] not null,
  opens_on date not null,
  closes_on date not null check (closes_on > opens_on),
  state text not null default 'open' check (state in ('open', 'closed', 'withdrawn')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (authority_id, id)
);
create index on disclosure_notice (authority_id, unit_id, state);
-- Who objected is for the reviewer alone; the notice's readers see neither name nor text.
create table disclosure_objection (
  authority_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  object_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  text text not null,
  state text not null default 'raised' check (state in ('raised', 'upheld', 'corrected')),
  answer text,
  answered_by uuid,
  raised_at timestamptz not null,
  answered_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, notice_id) references disclosure_notice
);
create index on disclosure_objection (authority_id, notice_id);

select protect_shared('cycle_year');
select protect_shared('cycle_phase');
select protect_shared('cycle_extension');
select protect_shared('pledge_duty');
select protect_shared('pledge_template');
select protect('pledge_adoption', 'unit_id', null);
create policy below on pledge_adoption for select to jiannuo_app using (authority_id = (select current_authority()));
select protect('pledge_description', 'unit_id', 'person_id', 'false');
select protect('pledge_pledge', 'unit_id', 'person_id', 'state in (''onNotice'', ''inForce'', ''closed'')');
create policy reviewing on pledge_pledge to jiannuo_app using (authority_id = (select current_authority()) and reviewer_unit_id = (select (current_context()).unit_id) and (select current_role_name()) not in ('member', 'partyGroupMember'));
select protect_child('pledge_item', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_review', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_comment', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_progress', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_rectification', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_sample', 'pledge_pledge', 'pledge_id');
select protect_child('pledge_midyear', 'pledge_pledge', 'pledge_id');
select protect('pledge_report', 'unit_id', 'person_id', 'state = ''submitted''');
select protect('disclosure_notice', 'unit_id', null);
select protect('disclosure_objection', 'unit_id', 'person_id', 'false');
