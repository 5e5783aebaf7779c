-- Appraisal: schemes and panels as data, rounds, ratings, paper counts, results, objections, filing.
-- Who rated whom in a secret source is stored nowhere: paper slips arrive as counts confirmed by two tellers.
create table appraisal_scheme (
  authority_id uuid not null references authority,
  id uuid not null,
  level text not null check (level in ('member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary')),
  year int not null,
  version int not null,
  title text not null,
  document jsonb not null,
  panels jsonb not null,
  sha256 text not null,
  state text not null default 'published' check (state in ('draft', 'published', 'withdrawn')),
  published_by uuid,
  published_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, level, year, version)
);
-- One round per unit in which a level is appraised: a branch for members, an organ for branch secretaries, the city for the two upper levels.
create table appraisal_round (
  authority_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  level text not null check (level in ('member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary')),
  unit_id uuid not null,
  scheme_id uuid not null,
  state text not null default 'preparing' check (state in ('preparing', 'rating', 'computed', 'decided', 'objection', 'filed')),
  meeting text,
  meeting_on date,
  objection_until date,
  opened_by uuid not null,
  opened_at timestamptz not null,
  computed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, cycle_id, level, unit_id),
  foreign key (authority_id, cycle_id) references cycle_year,
  foreign key (authority_id, scheme_id) references appraisal_scheme
);
create index on appraisal_round (authority_id, unit_id);
create table appraisal_subject (
  authority_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  home_unit_id uuid not null,
  pledge_id uuid,
  scopes jsonb not null,
  facts jsonb not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, round_id, person_id),
  foreign key (authority_id, round_id) references appraisal_round
);
create index on appraisal_subject (authority_id, person_id);
-- Named ratings only: the person's own, and the organisation's decision.
create table appraisal_rating (
  authority_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  source text not null check (source in ('self', 'organisation')),
  grade text not null,
  reason text,
  document text,
  rated_by uuid not null,
  rated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, subject_id, source),
  foreign key (authority_id, subject_id) references appraisal_subject
);
-- One paper count per round and panel: slips handed out and returned, then counts per subject and grade, entered by one teller and confirmed by another.
create table appraisal_count (
  authority_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  panel text not null,
  source text not null,
  entitled int not null check (entitled > 0),
  handed_out int not null check (handed_out between 0 and entitled),
  returned int not null check (returned between 0 and handed_out),
  state text not null default 'entered' check (state in ('entered', 'confirmed', 'rejected')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  confirmed_by uuid check (confirmed_by <> entered_by),
  confirmed_at timestamptz,
  second_entry_sha256 text,
  rejection_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, round_id) references appraisal_round
);
create unique index on appraisal_count (authority_id, round_id, panel) where state <> 'rejected';
create table appraisal_slip (
  authority_id uuid not null,
  count_id uuid not null,
  subject_id uuid not null,
  grade text not null,
  slips int not null check (slips >= 0),
  primary key (authority_id, count_id, subject_id, grade),
  foreign key (authority_id, subject_id) references appraisal_subject
);
create table appraisal_ruling (
  authority_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  unit_id uuid not null,
  veto text not null,
  decision text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, subject_id) references appraisal_subject
);
create table appraisal_result (
  authority_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  total numeric,
  proposed text,
  to_be_decided boolean not null,
  ranks jsonb not null,
  outcome jsonb not null,
  trace jsonb not null,
  inputs_sha256 text not null,
  grade text,
  decision_reason text,
  decided_by uuid,
  decided_at timestamptz,
  released_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, subject_id),
  constraint decided_by_a_person check (grade is null or decided_by is not null),
  foreign key (authority_id, subject_id) references appraisal_subject
);
create index on appraisal_result (authority_id, person_id);
create index on appraisal_result (authority_id, round_id);
create table appraisal_objection (
  authority_id uuid not null,
  id uuid not null,
  result_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  node text not null,
  text text not null,
  state text not null default 'raised' check (state in ('raised', 'examining', 'upheld', 'corrected')),
  answer text,
  answered_by uuid,
  raised_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, result_id) references appraisal_result
);
-- Filed for good: the canonical document holds scheme, inputs, result and decision, so that it can be recomputed years later.
create table appraisal_filing (
  authority_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  managing_unit_id uuid not null,
  level text not null,
  year int not null,
  document text not null,
  sha256 text not null,
  filed_by uuid not null,
  filed_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, round_id),
  foreign key (authority_id, round_id) references appraisal_round
);
create table appraisal_filed_result (
  authority_id uuid not null,
  id uuid not null,
  filing_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  level text not null,
  year int not null,
  total numeric,
  grade text not null,
  barred text[] not null,
  primary key (authority_id, id),
  foreign key (authority_id, filing_id) references appraisal_filing
);
create index on appraisal_filed_result (authority_id, person_id, year);
create trigger append_only before update or delete on appraisal_filing for each row execute function refuse_change();
create trigger append_only before update or delete on appraisal_filed_result for each row execute function refuse_change();
create function refuse_after_filing() returns trigger language plpgsql as $$ begin
  if exists (select 1 from appraisal_round r where r.authority_id = old.authority_id and r.id = old.round_id and r.state = 'filed') then
    raise exception 'a filed result is immutable' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger filed_is_final before update or delete on appraisal_result for each row execute function refuse_after_filing();

select protect_shared('appraisal_scheme');
select protect('appraisal_round', 'unit_id', null);
create policy own_round on appraisal_round for select to jiannuo_app using (authority_id = (select current_authority()) and exists (select 1 from appraisal_subject s where s.authority_id = appraisal_round.authority_id and s.round_id = appraisal_round.id and s.person_id = (select current_person())));
select protect('appraisal_subject', 'unit_id', 'person_id', 'false');
select protect('appraisal_rating', 'unit_id', 'person_id', 'false');
select protect('appraisal_count', 'unit_id', null, 'false');
select protect_child('appraisal_slip', 'appraisal_count', 'count_id');
select protect('appraisal_ruling', 'unit_id', null, 'false');
select protect('appraisal_objection', 'unit_id', 'person_id', 'false');
select protect('appraisal_filing', 'unit_id', null, 'false');
select protect('appraisal_filed_result', 'unit_id', 'person_id', 'false');
-- A member sees his own result only once it is released.
alter table appraisal_result enable row level security;
alter table appraisal_result force row level security;
create policy scope on appraisal_result to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all())
  or (unit_id = any ((select visible_units())::uuid[]) and (select current_role_name()) not in ('member', 'partyGroupMember', 'branchCommittee'))
  or (person_id = (select current_person()) and released_at is not null)));
create policy owner on appraisal_result to current_user using (true) with check (true);
grant select, insert, update, delete on appraisal_result to jiannuo_app;

create table documents_import (
  authority_id uuid not null,
  id uuid not null,
  file_sha256 text not null,
  file_name text not null,
  mapping jsonb not null,
  summary jsonb not null,
  state text not null default 'previewed' check (state in ('previewed', 'confirmed', 'abandoned')),
  previewed_by uuid not null,
  previewed_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (authority_id, id)
);
create table documents_mapping (
  authority_id uuid not null,
  header text not null,
  column_key text not null,
  primary key (authority_id, header)
);
select protect('documents_import', null, 'previewed_by');
select protect_shared('documents_mapping', 'true');
