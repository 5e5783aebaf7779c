-- Make-up sessions, a person's own meetings for calendar and feed, and meetings kept from whoever only guides (R2.14).

-- A session for those who missed another meeting of the unit: it makes theirs up and is not itself counted as held.
alter table meeting_life_meeting add column makes_up uuid;
alter table meeting_life_meeting add foreign key (authority_id, makes_up) references meeting_life_meeting (authority_id, id);
alter table meeting_life_meeting add check (makes_up is null or participants is not null);
create index on meeting_life_meeting (authority_id, makes_up) where makes_up is not null;

-- A guiding body sees no meeting of what it guides; the counts of the rules stay in view, so they are answered past row level security.
select protect_from_guide('meeting_life_meeting', 'unit_id');
create or replace function meeting_life_held(of_units uuid[], from_day date, until_day date)
  returns table (unit_id uuid, kind text, held_on date) stable security definer set search_path = public language sql as $$
  select m.unit_id, m.kind, m.held_on from meeting_life_meeting m
  where m.authority_id = current_authority() and m.unit_id = any (of_units) and (sees_all() or m.unit_id = any (visible_units()))
    and m.state = 'closed' and m.makes_up is null and (m.quorum ->> 'kept')::boolean and m.held_on >= from_day and m.held_on < until_day $$;
create or replace function meeting_life_hears(of_authority uuid, of_meeting uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (select 1 from meeting_life_meeting m where m.authority_id = of_authority and m.id = of_meeting and (
    m.unit_id = (current_context()).unit_id and (current_context()).role <> 'member'
    or m.planned_by = current_person()
    or exists (select 1 from meeting_life_attendance a where a.authority_id = m.authority_id and a.meeting_id = m.id and a.person_id = current_person() and a.state in ('present', 'madeUp'))
    or m.kind not in ('organizationLifeMeeting', 'democraticLifeMeeting', 'heartTalk', 'memberAppraisal') and m.unit_id <> all (guided_units()) and (sees_all() or m.unit_id = any (visible_units())))) $$;

-- Meetings at which a person is due, from his units and posts; whoever calls it has made sure whose these are.
create function meeting_life_of(of_authority uuid, of_person uuid, from_day date, until_day date) returns table (meeting_id uuid) stable language sql as $$
  with branch as (
    select b.unit_id, b.from_on, b.until_on from membership_belonging b
    where b.authority_id = of_authority and b.member_id = of_person and b.from_on < until_day and (b.until_on is null or b.until_on > from_day)
  ), post as (
    select p.unit_id, p.from_on, p.until_on from organization_post p
    where p.authority_id = of_authority and p.person_id = of_person and p.from_on < until_day and (p.until_on is null or p.until_on > from_day)
  ), above as (
    select up.unit_id, b.from_on, b.until_on from branch b
    join organization_place here on here.authority_id = of_authority and here.unit_id = b.unit_id
    join organization_place up on up.authority_id = of_authority and here.path like up.path || '%'
    union select unit_id, from_on, until_on from branch
  )
  select m.id from meeting_life_meeting m
  where m.authority_id = of_authority and m.held_on >= from_day and m.held_on < until_day and m.unit_id in (select unit_id from above union select unit_id from post)
    and case when m.participants is not null then of_person = any (m.participants)
      when m.kind in ('committeeMeeting', 'studyCentreGroup', 'governanceStudy', 'democraticLifeMeeting') then
        exists (select 1 from post p where p.unit_id = m.unit_id and p.from_on <= m.held_on and (p.until_on is null or p.until_on > m.held_on))
      else exists (select 1 from above a where a.unit_id = m.unit_id and a.from_on <= m.held_on and (a.until_on is null or a.until_on > m.held_on)) end $$;
-- The caller's own, as far as row level security lets him see the meeting itself.
create function meeting_life_mine(from_day date, until_day date) returns setof uuid stable security definer set search_path = public language sql as $$
  select meeting_id from meeting_life_of(current_authority(), current_person(), from_day, until_day) $$;

-- What the calendar feed behind a secret shows of meetings; what was called off stays in it, so that calendars strike it out.
create function feed_meetings(secret_sha256 text) returns table (id uuid, kind text, title text, place text, starts_at timestamptz, minutes int, sequence int, cancelled boolean)
  stable security definer set search_path = public language sql as $$
  select m.id, m.kind, m.title, m.place, m.starts_at, m.minutes, m.sequence, m.state = 'cancelled'
  from desk_feed f
  join identity_account a on a.authority_id = f.authority_id and a.person_id = f.person_id and a.state = 'active'
  cross join lateral meeting_life_of(f.authority_id, f.person_id, app_today() - 92, app_today() + 400) o
  join meeting_life_meeting m on m.authority_id = f.authority_id and m.id = o.meeting_id
  where f.token_sha256 = secret_sha256
  order by m.starts_at, m.id $$;
