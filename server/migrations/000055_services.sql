-- Service of a member in a temporary organisation of a task force (R4.1): dated, beside his membership, which stays in his branch.
-- Its last day is never later than the organisation's own: whoever dissolves one ends the service in it, and a counter-change restores it.
create table membership_service (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  end_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member,
  -- A founding reversed on its own day leaves no trace, nor does service in what it founded.
  foreign key (authority_id, unit_id) references organization_unit on delete cascade
);
create index on membership_service (authority_id, unit_id);
create index on membership_service (authority_id, member_id);
select protect('membership_service', 'unit_id', 'member_id', 'false');
select protect_guided('membership_service', 'unit_id <> all ((select guided_units())::uuid[])');
-- Whoever may see the member sees where he serves.
create policy of_member on membership_service for select to jiannuo_app using (authority_id = (select current_authority())
  and exists (select 1 from membership_member m where m.authority_id = membership_service.authority_id and m.id = membership_service.member_id));

-- Who has served in a temporary organisation by a day, with the branch that keeps the membership: for those whose office lies over it, also of members from elsewhere.
create function services_in(of_unit uuid, on_day date) returns table (id uuid, member_id uuid, name text, kind text, home_id uuid, home_name text, from_on date, until_on date)
stable security definer set search_path = public language sql as $$
  select s.id, s.member_id, m.name, t.kind, h.id, h.name, s.from_on, least(s.until_on, u.dissolved_on)
  from membership_service s
  join organization_unit u on u.authority_id = s.authority_id and u.id = s.unit_id
  join membership_member m on m.authority_id = s.authority_id and m.id = s.member_id
  left join membership_belonging b on b.authority_id = s.authority_id and b.member_id = s.member_id and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
  left join organization_unit h on h.authority_id = s.authority_id and h.id = b.unit_id
  left join membership_standing t on t.authority_id = s.authority_id and t.member_id = s.member_id and t.from_on <= on_day and (t.until_on is null or t.until_on > on_day)
  where s.authority_id = current_authority() and s.unit_id = of_unit and office_over(of_unit)
    and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day) and (u.dissolved_on is null or u.dissolved_on > on_day)
  order by m.pinyin, s.from_on, s.id $$;
