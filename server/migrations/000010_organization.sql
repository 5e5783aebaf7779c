-- What the organisation and membership pages need beyond plain rows: names of holders, counts, transfers between two scopes.
create index on membership_member (authority_id, pinyin, id);
create index on membership_transfer (authority_id, to_unit_id, state);
-- A member has one open transfer at a time.
create unique index on membership_transfer (authority_id, member_id) where state in ('requested', 'released');
create index on organization_change using gin (touched jsonb_path_ops);

-- Which fields of a member were corrected, by whom and why. Old values live on as a hash in the audit row only.
create table membership_correction (
  authority_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  fields text[] not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, member_id) references membership_member
);
create index on membership_correction (authority_id, member_id);
select protect_child('membership_correction', 'membership_member', 'member_id');

-- Who holds or held a post is open inside the authority: the name and nothing else.
create function post_holder_names(of_persons uuid[]) returns table (person_id uuid, name text) stable security definer set search_path = public language sql as $$
  select m.id, m.name from membership_member m
  where m.authority_id = (select current_authority()) and m.id = any (of_persons)
    and exists (select 1 from organization_post p where p.authority_id = m.authority_id and p.person_id = m.id) $$;
-- Names of members the caller may see.
create function member_names(of_persons uuid[]) returns table (person_id uuid, name text) stable language sql as $$
  select m.id, m.name from membership_member m where m.authority_id = (select current_authority()) and m.id = any (of_persons) $$;
-- Members per unit on a day, for the units the caller may see, or those among them that are named.
create function member_counts(on_day date, of_units uuid[] default null) returns table (unit_id uuid, members int, regular int, in_service int, retired int, floating int)
stable security definer set search_path = public language sql as $$
  select b.unit_id, count(*)::int, count(*) filter (where s.kind = 'regular')::int, count(*) filter (where s.state = 'inService')::int,
    count(*) filter (where s.state = 'retired')::int, count(*) filter (where s.state in ('floating', 'longAway'))::int
  from membership_belonging b
  left join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
  where b.authority_id = (select current_authority()) and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
    and (of_units is null or b.unit_id = any (of_units))
    and ((select sees_all()) or b.unit_id = any ((select visible_units())::uuid[]))
  group by b.unit_id $$;
-- Units a list may speak of: those asked for, as far as the caller sees them; null stands for the whole authority.
create function units_within(of_units uuid[]) returns uuid[] stable security definer set search_path = public language sql as $$
  select case when (select sees_all()) then of_units when of_units is null then coalesce(visible_units(), '{}')
    else array(select unnest(of_units) intersect select unnest(visible_units())) end $$;
-- Members on a day by name, in the caller's scope. The scope is resolved once here; asking the policies of three tables row by row took ten times as long.
create function list_members(on_day date, of_units uuid[], of_kind text, of_state text, is_leading boolean, words text, after_pinyin text, after_id uuid, up_to int)
returns table (id uuid, name text, code text, pinyin text, unit_id uuid, kind text, state text, leading_cadre boolean, joined_on date, total int)
stable security definer set search_path = public language plpgsql as $$
declare units uuid[] := units_within(of_units);
begin
  return query
  with found as (
    select m.id, m.name, m.code, m.pinyin, b.unit_id, s.kind, s.state, s.leading_cadre, m.joined_on
    from membership_belonging b
    join membership_member m on m.authority_id = b.authority_id and m.id = b.member_id
    left join membership_standing s on s.authority_id = b.authority_id and s.member_id = b.member_id and s.from_on <= on_day and (s.until_on is null or s.until_on > on_day)
    where b.authority_id = (select current_authority()) and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
      and (units is null or b.unit_id = any (units)) and (of_kind is null or s.kind = of_kind) and (of_state is null or s.state = of_state)
      and (is_leading is null or coalesce(s.leading_cadre, false) = is_leading)
      and (words is null or m.name like '%' || words || '%' or m.pinyin like words || '%' or m.initials like words || '%' or m.code ilike words || '%')
  )
  select f.*, (select count(*)::int from found) from found f
  where after_pinyin is null or (f.pinyin, f.id) > (after_pinyin, after_id) order by f.pinyin, f.id limit up_to;
end $$;
create function find_members(words text, on_day date, up_to int) returns table (id uuid, name text, unit_id uuid)
stable security definer set search_path = public language plpgsql as $$
declare units uuid[] := units_within(null);
begin
  return query
  select m.id, m.name, b.unit_id from membership_member m
  left join membership_belonging b on b.authority_id = m.authority_id and b.member_id = m.id and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
  where m.authority_id = (select current_authority()) and (m.name like '%' || words || '%' or m.pinyin like words || '%' or m.initials like words || '%')
    and (units is null or b.unit_id = any (units) or m.id = (select current_person()))
  order by case when m.name = words or m.pinyin = words or m.initials = words then 0 when m.name like words || '%' then 1 else 2 end, m.pinyin, m.id limit up_to;
end $$;
-- Pledges not yet closed, per unit, among those the caller may see.
create function open_pledges(of_units uuid[]) returns int stable language sql as $$
  select count(*)::int from pledge_pledge p where p.authority_id = (select current_authority()) and p.unit_id = any (of_units) and p.state <> 'closed' $$;

-- Units that stand nowhere today (planned or dissolved) and were or will be led by a unit the organ committee sees.
create function unplaced_units_below() returns uuid[] stable security definer set search_path = public language plpgsql as $$ begin
  if current_role_name() <> 'organCommittee' then return '{}'; end if;
  return (select coalesce(array_agg(distinct r.lower_id), '{}') from organization_relation r
    where r.authority_id = (select current_authority()) and r.kind = 'leads' and r.upper_id = any ((select visible_units())::uuid[])
      and not exists (select 1 from organization_place p where p.authority_id = r.authority_id and p.unit_id = r.lower_id));
end $$;
create policy unplaced on membership_belonging to jiannuo_app using (authority_id = (select current_authority()) and unit_id = any ((select unplaced_units_below())::uuid[]));
create policy unplaced on organization_post to jiannuo_app using (authority_id = (select current_authority()) and unit_id = any ((select unplaced_units_below())::uuid[]));
create policy unplaced on organization_term to jiannuo_app using (authority_id = (select current_authority()) and unit_id = any ((select unplaced_units_below())::uuid[]));

-- Names of members on their way between two units; either side and the member may know.
create function transferring_members(of_transfers uuid[]) returns table (transfer_id uuid, name text) stable security definer set search_path = public language sql as $$
  select t.id, m.name from membership_transfer t join membership_member m on m.authority_id = t.authority_id and m.id = t.member_id
  where t.authority_id = (select current_authority()) and t.id = any (of_transfers)
    and ((select sees_all()) or t.member_id = (select current_person()) or t.from_unit_id = any ((select visible_units())::uuid[]) or t.to_unit_id = any ((select visible_units())::uuid[])) $$;
-- Receives a released transfer: the belonging changes from one unit to the other on that day. False when there is nothing left to move.
create function receive_transfer(of_transfer uuid, new_belonging uuid, on_day date) returns boolean security definer set search_path = public language plpgsql as $$
declare t membership_transfer;
begin
  select * into t from membership_transfer where authority_id = current_authority() and id = of_transfer for update;
  if t.state is distinct from 'released' or not (sees_all() or t.to_unit_id = any (visible_units())) or current_role_name() in ('member', 'partyGroupMember') then return false; end if;
  update membership_belonging set until_on = on_day
  where authority_id = t.authority_id and member_id = t.member_id and unit_id = t.from_unit_id and from_on < on_day and (until_on is null or until_on > on_day);
  if not found then return false; end if;
  insert into membership_belonging (authority_id, id, member_id, unit_id, from_on) values (t.authority_id, new_belonging, t.member_id, t.to_unit_id, on_day);
  -- Posts of the branch left end with the belonging.
  update organization_post set until_on = on_day
  where authority_id = t.authority_id and person_id = t.member_id and unit_id = t.from_unit_id and from_on < on_day and (until_on is null or until_on > on_day);
  return true;
end $$;
