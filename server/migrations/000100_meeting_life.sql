-- Meetings and the other organisational life of a unit, from the plan to the closed record (R1.3, R2.14).
create table meeting_life_meeting (
  authority_id uuid not null references authority (authority_id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 1440),
  held_on date not null,
  place text not null,
  agenda jsonb not null,
  -- Only these are due: a group, two who talk. Null: whoever the kind of meeting is of.
  participants uuid[],
  state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'cancelled')),
  -- Counted up by every change of the plan, so that calendars know the later one.
  sequence int not null default 0,
  planned_by uuid not null,
  opened_by uuid,
  opened_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  cancel_reason text,
  -- Figures of the closed record: due, voting, present, votingPresent, needed, kept.
  quorum jsonb,
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references organization_unit (authority_id, id),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check ((state = 'closed') = (quorum is not null)),
  check (state in ('planned', 'cancelled') or opened_at is not null)
);
create index on meeting_life_meeting (authority_id, unit_id, held_on desc, id);
create index on meeting_life_meeting (authority_id, held_on desc, id);
select protect('meeting_life_meeting', 'unit_id', null);

create table meeting_life_attendance (
  authority_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- The base as it stood on the day, fixed when the meeting is opened.
  due boolean not null default true,
  voting boolean not null default true,
  left_out text check (left_out in ('excused', 'probationary', 'suspended')),
  state text not null default 'expected' check (state in ('expected', 'present', 'absent', 'leaveAsked', 'leave', 'madeUp')),
  way text check (way in ('rollCall', 'code', 'paper')),
  leave_reason text,
  noted_at timestamptz not null,
  noted_by uuid not null,
  primary key (authority_id, meeting_id, person_id),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id)
);
create index on meeting_life_attendance (authority_id, person_id);
select protect_child('meeting_life_attendance', 'meeting_life_meeting', 'meeting_id');

create table meeting_life_resolution (
  authority_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ordinal int not null,
  text text not null,
  majority text not null check (majority in ('assembly', 'admission', 'election', 'committee')),
  base int not null,
  needed int not null,
  in_favour int not null check (in_favour >= 0),
  against int not null check (against >= 0),
  abstained int not null check (abstained >= 0),
  carried boolean not null,
  way text not null check (way in ('hands', 'slips')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (authority_id, id),
  unique (authority_id, meeting_id, ordinal),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id)
);
select protect_child('meeting_life_resolution', 'meeting_life_meeting', 'meeting_id');

-- Every saved state of the minutes, so that two who write at once can be joined; closing keeps the last one.
create table meeting_life_minutes (
  authority_id uuid not null,
  meeting_id uuid not null,
  revision int not null check (revision > 0),
  text text not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (authority_id, meeting_id, revision),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id)
);
-- Criticism stays among those who were there and those who keep the record: a superior sees that the meeting was held, not what was said.
create function meeting_life_hears(of_authority uuid, of_meeting uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (select 1 from meeting_life_meeting m where m.authority_id = of_authority and m.id = of_meeting and (
    m.unit_id = (current_context()).unit_id and (current_context()).role <> 'member'
    or m.planned_by = current_person()
    or exists (select 1 from meeting_life_attendance a where a.authority_id = m.authority_id and a.meeting_id = m.id and a.person_id = current_person() and a.state in ('present', 'madeUp'))
    or m.kind not in ('organizationLifeMeeting', 'democraticLifeMeeting', 'heartTalk', 'memberAppraisal') and m.unit_id = any (visible_units())
    or m.kind not in ('organizationLifeMeeting', 'democraticLifeMeeting', 'heartTalk', 'memberAppraisal') and sees_all())) $$;
alter table meeting_life_minutes enable row level security;
alter table meeting_life_minutes force row level security;
create policy heard on meeting_life_minutes to jiannuo_app using (authority_id = (select current_authority()) and meeting_life_hears(authority_id, meeting_id))
  with check (authority_id = (select current_authority()) and meeting_life_hears(authority_id, meeting_id));
create policy owner on meeting_life_minutes to current_user using (true) with check (true);
grant select, insert, delete on meeting_life_minutes to jiannuo_app;

-- What was changed after the record was closed, why and by whom; the facts made by it are reversed and made anew.
create table meeting_life_amendment (
  authority_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  before text not null,
  after text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id)
);
select protect_child('meeting_life_amendment', 'meeting_life_meeting', 'meeting_id');
create trigger append_only before update or delete on meeting_life_amendment for each row execute function refuse_change();

-- Who is due at a meeting of that kind on a day: its members, or those in office. `state` is the standing of that day.
create function meeting_life_due(of_unit uuid, of_kind text, only_these uuid[], on_day date)
  returns table (person_id uuid, name text, regular boolean, state text, post text) stable security definer set search_path = public language sql as $$
  select m.id, m.name, s.kind = 'regular', s.state,
    (select p.kind from organization_post p where p.authority_id = m.authority_id and p.unit_id = of_unit and p.person_id = m.id and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day) order by p.kind limit 1)
  from membership_member m
  join membership_standing s on s.authority_id = m.authority_id and s.member_id = m.id and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
  where m.authority_id = current_authority() and (of_unit = any (visible_units()) or sees_all()) and case
    when only_these is not null then m.id = any (only_these)
    when of_kind in ('committeeMeeting', 'studyCentreGroup', 'governanceStudy', 'democraticLifeMeeting') then exists (
      select 1 from organization_post p where p.authority_id = m.authority_id and p.unit_id = of_unit and p.person_id = m.id and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day))
    else exists (select 1 from membership_belonging b where b.authority_id = m.authority_id and b.member_id = m.id and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
      and lies_under(b.authority_id, b.unit_id, of_unit)) end
  order by m.name, m.id $$;

-- What was held in a year and counts, for the rules; figures only, so that a superior may ask for every unit below.
create function meeting_life_held(of_units uuid[], from_day date, until_day date)
  returns table (unit_id uuid, kind text, held_on date) stable language sql as $$
  select m.unit_id, m.kind, m.held_on from meeting_life_meeting m
  where m.authority_id = (select current_authority()) and m.unit_id = any (of_units) and m.state = 'closed' and (m.quorum ->> 'kept')::boolean
    and m.held_on >= from_day and m.held_on < until_day $$;

-- The units a rule may ask something of, as they stand on a day: whether they have a committee, groups, and since when they exist.
create function meeting_life_units(of_unit uuid, on_day date)
  returns table (unit_id uuid, name text, kind text, organ_id uuid, from_on date, until_on date, committee boolean, groups boolean) stable security definer set search_path = public language sql as $$
  select u.id, u.name, u.kind, organ_of_unit(u.authority_id, u.id), u.founded_on, u.dissolved_on,
    (select count(*) from organization_post p where p.authority_id = u.authority_id and p.unit_id = u.id and p.from_on <= on_day and (p.until_on is null or p.until_on > on_day)) >= 3,
    exists (select 1 from organization_unit g where g.authority_id = u.authority_id and g.kind = 'group' and g.dissolved_on is null
      and exists (select 1 from organization_relation r where r.authority_id = g.authority_id and r.lower_id = g.id and r.upper_id = u.id and r.from_on <= on_day and (r.until_on is null or r.until_on > on_day)))
  from organization_unit u
  where u.authority_id = current_authority() and (sees_all() or u.id = any (visible_units())) and u.founded_on <= on_day and (u.dissolved_on is null or u.dissolved_on > on_day)
    and u.kind not in ('group', 'section', 'businessUnit')
    and (of_unit is null or u.id = of_unit or lies_under(u.authority_id, u.id, of_unit)) $$;
