-- An assessment of units takes its course: computed, ruled on, decided, told to the units, objected to, filed, made public.
-- Every computation stays as it was frozen; what the units got last stands in rows of their own, which a filing closes.
create table appraisal_assessment_run (
  authority_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  unit_id uuid not null,
  number int not null,
  cause text not null check (cause in ('first', 'ruling', 'correction')),
  input text not null,
  inputs_sha256 text not null,
  -- Units whose total, grade or stars this run changed, each before and after.
  moved jsonb not null,
  -- Seats of every capped grade and star in each unit of the cap's scope.
  places jsonb not null,
  computed_by uuid not null,
  computed_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, assessment_id, number),
  foreign key (authority_id, assessment_id) references appraisal_assessment
);
create trigger append_only before update or delete on appraisal_assessment_run for each row execute function refuse_change();
select protect('appraisal_assessment_run', 'unit_id', null, 'false');

-- One unit of an assessment: placed and named as on the day that counts. `office_id` is the unit that assesses.
create table appraisal_assessed_unit (
  authority_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  office_id uuid not null,
  unit_id uuid not null,
  name text not null,
  pinyin text not null,
  initials text not null,
  organ_id uuid not null,
  organ text not null,
  organ_class text,
  total numeric,
  ranks jsonb not null,
  proposed text,
  proposed_stars int,
  light text,
  to_be_decided boolean not null,
  -- What of a tie at a cap the meeting may give without a reason.
  tied_grades text[] not null default '{}',
  tied_stars int[] not null default '{}',
  ungraded boolean not null,
  -- Indicators and sources without which it could not be scored.
  blocked text[] not null,
  vetoes text[] not null,
  barred text[] not null,
  grade text,
  stars int,
  decision_reason text,
  decided_by uuid,
  decided_at timestamptz,
  released_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, assessment_id, unit_id),
  constraint decided_by_a_person check ((grade is null and stars is null) or decided_by is not null),
  foreign key (authority_id, assessment_id) references appraisal_assessment,
  foreign key (authority_id, unit_id) references organization_unit
);
create index on appraisal_assessed_unit (authority_id, unit_id);
alter table appraisal_assessed_unit enable row level security;
alter table appraisal_assessed_unit force row level security;
-- The office that assesses, and once it is told the unit itself and whoever leads it.
create policy scope on appraisal_assessed_unit to jiannuo_app using (authority_id = (select current_authority()) and ((select sees_all())
  or (office_id = (select (current_context()).unit_id) and (select current_role_name()) = 'organCommittee')
  or (unit_id = any ((select visible_units())::uuid[]) and (select current_role_name()) not in ('member', 'partyGroupMember', 'branchCommittee') and released_at is not null)));
create policy owner on appraisal_assessed_unit to current_user using (true) with check (true);
grant select, insert, update, delete on appraisal_assessed_unit to jiannuo_app;

-- A unit that may see its result may see what it was computed from; of the input only its own calculation ever leaves the server.
create policy assessed on appraisal_assessment for select to jiannuo_app using (authority_id = (select current_authority())
  and exists (select 1 from appraisal_assessed_unit x where x.authority_id = appraisal_assessment.authority_id and x.assessment_id = appraisal_assessment.id));
create policy assessed on appraisal_assessment_run for select to jiannuo_app using (authority_id = (select current_authority())
  and exists (select 1 from appraisal_assessed_unit x where x.authority_id = appraisal_assessment_run.authority_id and x.assessment_id = appraisal_assessment_run.assessment_id));

-- A recorded decision for one unit: lifts a veto or gate (容错), or says what counts for a fact that is missing or wrong.
create table appraisal_assessment_ruling (
  authority_id uuid not null,
  id uuid not null,
  assessed_id uuid not null,
  run_id uuid not null,
  kind text not null check (kind in ('limit', 'fact')),
  target text not null,
  value text,
  meeting text not null,
  meeting_on date not null,
  document text not null,
  clause text,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, assessed_id) references appraisal_assessed_unit,
  foreign key (authority_id, run_id) references appraisal_assessment_run
);
create index on appraisal_assessment_ruling (authority_id, assessed_id);
create trigger append_only before update or delete on appraisal_assessment_ruling for each row execute function refuse_change();
select protect_child('appraisal_assessment_ruling', 'appraisal_assessed_unit', 'assessed_id');

create table appraisal_assessment_objection (
  authority_id uuid not null,
  id uuid not null,
  assessed_id uuid not null,
  person_id uuid not null,
  node text not null,
  text text not null,
  state text not null default 'raised' check (state in ('raised', 'upheld', 'corrected')),
  raised_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, assessed_id),
  constraint answered_by_another check (answered_by <> person_id),
  foreign key (authority_id, assessed_id) references appraisal_assessed_unit
);
select protect_child('appraisal_assessment_objection', 'appraisal_assessed_unit', 'assessed_id');

-- What was a trial run becomes the first run of a course.
insert into appraisal_assessment_run (authority_id, id, assessment_id, unit_id, number, cause, input, inputs_sha256, moved, places, computed_by, computed_at)
select authority_id, gen_random_uuid(), id, unit_id, 1, 'first', input, inputs_sha256, '[]', '[]', computed_by, computed_at from appraisal_assessment;
insert into appraisal_assessed_unit (authority_id, id, assessment_id, office_id, unit_id, name, pinyin, initials, organ_id, organ, organ_class, total, ranks, proposed, proposed_stars,
  light, to_be_decided, ungraded, blocked, vetoes, barred)
select a.authority_id, gen_random_uuid(), a.id, a.unit_id, u.id, s->>'name', u.pinyin, u.initials, coalesce(p.organ_id, u.id), s->>'organ', s->>'organClass', (o->>'total')::numeric, o->'ranks',
  o->>'grade', (o->>'stars')::int, o->>'light', coalesce((o->>'toBeDecided')::boolean, false), false, coalesce(string_to_array(o->>'blocked', ', '), '{}'),
  array(select jsonb_array_elements_text(o->'vetoes')), array(select jsonb_array_elements_text(o->'barred'))
from appraisal_assessment a cross join lateral jsonb_array_elements(a.subjects) s
join lateral jsonb_array_elements(a.outcomes) o on o->>'subject' = s->>'id'
join organization_unit u on u.authority_id = a.authority_id and u.id = (s->>'id')::uuid
left join organization_place p on p.authority_id = a.authority_id and p.unit_id = u.id;

drop trigger append_only on appraisal_assessment;
alter table appraisal_assessment
  drop constraint appraisal_assessment_state_check,
  drop column subjects,
  drop column input,
  drop column outcomes,
  add constraint known_state check (state in ('provisional', 'decided', 'objection', 'filed')),
  -- The day on which the units were placed and named: the last of the period, or the cut-off when that is earlier.
  add column placed_on date,
  add column meeting text,
  add column meeting_on date,
  add column document text,
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column objection_until date,
  add column published_by uuid,
  add column published_at timestamptz,
  add constraint decided_with_meeting check (state = 'provisional' or (meeting is not null and meeting_on is not null and decided_by is not null)),
  add constraint published_after_filing check (published_at is null or state = 'filed');
update appraisal_assessment set placed_on = cut_off;
alter table appraisal_assessment alter column placed_on set not null;

-- What it was computed for never changes; once filed only its publication is added. A course that was begun stays on record.
create function keep_assessment() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE'
    or (new.authority_id, new.id, new.unit_id, new.scheme_id, new.period, new.cut_off, new.placed_on) is distinct from (old.authority_id, old.id, old.unit_id, old.scheme_id, old.period, old.cut_off, old.placed_on)
    or (old.state = 'filed' and (old.published_at is not null
      or to_jsonb(new) - '{published_by,published_at}'::text[] is distinct from to_jsonb(old) - '{published_by,published_at}'::text[])) then
    raise exception 'a filed assessment is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger assessment_stays before update or delete on appraisal_assessment for each row execute function keep_assessment();
create function keep_filed_unit() returns trigger language plpgsql as $$ begin
  if exists (select 1 from appraisal_assessment a where a.authority_id = old.authority_id and a.id = old.assessment_id and a.state = 'filed') then
    raise exception 'a filed result is immutable' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger filed_is_final before update or delete on appraisal_assessed_unit for each row execute function keep_filed_unit();

-- Filings of both kinds lie in one place and are replayed alike. `level` of an assessment is what it is about: branch or organ.
alter table appraisal_filing
  alter column round_id drop not null,
  add column assessment_id uuid,
  add foreign key (authority_id, assessment_id) references appraisal_assessment,
  add unique (authority_id, assessment_id),
  add constraint one_origin check (num_nonnulls(round_id, assessment_id) = 1);
