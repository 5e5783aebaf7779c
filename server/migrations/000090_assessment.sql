-- Assessments (考核) of units: one run scores all branches or organs in an office's charge by a published scheme, for a period, as known at a cut-off.
-- The input is frozen as the text that was hashed, so that every outcome and its trace can be computed again.
create table appraisal_assessment (
  authority_id uuid not null references authority,
  id uuid not null,
  unit_id uuid not null,
  scheme_id uuid not null,
  period text not null,
  cut_off date not null,
  state text not null default 'provisional' check (state = 'provisional'),
  subjects jsonb not null,
  input text not null,
  inputs_sha256 text not null,
  outcomes jsonb not null,
  computed_by uuid not null,
  computed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit,
  foreign key (authority_id, scheme_id) references appraisal_scheme
);
create index on appraisal_assessment (authority_id, unit_id, computed_at);
create trigger append_only before update or delete on appraisal_assessment for each row execute function refuse_change();
select protect('appraisal_assessment', 'unit_id', null, 'false');
