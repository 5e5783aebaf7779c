-- Elections at an assembly, from the candidates to the reply of the organisation above (R2.4), and rights to vote that are suspended.

-- 留党察看, lawful detention or arrest: no vote, no election, from a day to a day.
create table membership_rights_suspension (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  cause text not null check (cause in ('probationWithinParty', 'detention')),
  from_on date not null,
  until_on date check (until_on > from_on),
  document text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member
);
create index on membership_rights_suspension (authority_id, member_id);
select protect_child('membership_rights_suspension', 'membership_member', 'member_id');
create policy guided_insert on membership_rights_suspension as restrictive for insert to jiannuo_app with check (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));
create policy guided_update on membership_rights_suspension as restrictive for update to jiannuo_app using (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));
create policy guided_delete on membership_rights_suspension as restrictive for delete to jiannuo_app using (cardinality((select guided_units())) = 0 or not is_guided_member(member_id));

-- Of some persons, those without the right to vote on a day; a branch needs them for its voting base, whoever recorded them.
create function members_suspended(of_members uuid[], on_day date) returns setof uuid stable security definer set search_path = public language sql as $$
  select s.member_id from membership_rights_suspension s
  where s.authority_id = current_authority() and s.member_id = any (of_members) and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
    and (sees_all() or exists (select 1 from membership_belonging b where b.authority_id = s.authority_id and b.member_id = s.member_id and b.unit_id = any (visible_units()))) $$;

create table meeting_life_election (
  authority_id uuid not null,
  meeting_id uuid not null,
  seats int not null check (seats between 1 and 30),
  state text not null default 'preparing' check (state in ('preparing', 'counting', 'counted', 'reported', 'approved', 'refused')),
  first_teller uuid,
  second_teller uuid,
  -- The first teller's count until the second has counted the same; then it is dropped.
  first_count jsonb,
  rejected int not null default 0,
  handed_out int,
  returned int,
  invalid int,
  needed int,
  base int,
  term_from date,
  report_text text,
  reported_at timestamptz,
  reply_text text,
  replied_at timestamptz,
  replied_by uuid,
  primary key (authority_id, meeting_id),
  foreign key (authority_id, meeting_id) references meeting_life_meeting (authority_id, id),
  check (first_teller <> second_teller),
  check (state = 'preparing' or second_teller is not null),
  check (state in ('preparing', 'counting') or needed is not null)
);
select protect_child('meeting_life_election', 'meeting_life_meeting', 'meeting_id');

create table meeting_life_candidate (
  authority_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  ordinal int not null,
  votes int check (votes >= 0),
  elected boolean,
  post text,
  primary key (authority_id, meeting_id, person_id),
  foreign key (authority_id, meeting_id) references meeting_life_election (authority_id, meeting_id)
);
select protect_child('meeting_life_candidate', 'meeting_life_meeting', 'meeting_id');
