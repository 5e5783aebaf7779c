-- The roster import: previews, the columns of one's own file, and the set-based reads and writes behind a comparison of 20,000 rows.
drop table documents_import;
drop table documents_mapping;
create table roster_column (
  authority_id uuid not null references authority,
  sheet text not null check (sheet in ('units', 'members', 'posts')),
  header text not null,
  -- Null: the column is left out on purpose.
  column_key text,
  primary key (authority_id, sheet, header)
);
create table roster_preview (
  authority_id uuid not null references authority,
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'discarded')),
  effective_on date not null,
  complete boolean not null,
  digest text not null,
  error_count int not null,
  counts jsonb not null,
  -- What was read of the file, gone once the preview is closed or a day old; and what was found wrong and different. Both packed and sealed.
  content_sealed text,
  findings_sealed text,
  made_by uuid,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (authority_id, id)
);
alter table roster_preview alter column content_sealed set storage external, alter column findings_sealed set storage external;
create index on roster_preview (authority_id, made_at);
select protect('roster_column', null, null);
select protect('roster_preview', null, null);

create function only_roster_keepers() returns void language plpgsql as $$ begin
  if not coalesce(sees_all(), false) then raise exception 'the whole roster is for the work committee' using errcode = 'insufficient_privilege'; end if;
end $$;

-- Units as they stand on a day; a dissolved one as on its last day, a planned one as on its first.
create function roster_units(on_day date) returns table (id uuid, code text, kind text, name text, organ_class text, staff_count int, founded_on date, dissolved_on date, name_id uuid, name_from date, name_until date)
stable security definer set search_path = public language plpgsql as $$ begin
  perform only_roster_keepers();
  return query select u.id, u.code, u.kind, coalesce(n.name, u.name), u.organ_class, u.staff_count, u.founded_on, u.dissolved_on, n.id, n.from_on, n.until_on
    from organization_unit u
    cross join lateral (select least(greatest(on_day, u.founded_on), u.dissolved_on - 1) as day) at
    left join organization_name n on n.authority_id = u.authority_id and n.unit_id = u.id and n.from_on <= at.day and (n.until_on is null or n.until_on > at.day)
    where u.authority_id = current_authority() order by u.founded_on, u.code;
end $$;
create function roster_relations(on_day date) returns table (id uuid, kind text, lower_code text, upper_code text, from_on date, until_on date)
stable security definer set search_path = public language plpgsql as $$ begin
  perform only_roster_keepers();
  return query select r.id, r.kind, u.code, up.code, r.from_on, r.until_on
    from organization_unit u
    cross join lateral (select least(greatest(on_day, u.founded_on), u.dissolved_on - 1) as day) at
    join organization_relation r on r.authority_id = u.authority_id and r.lower_id = u.id and r.from_on <= at.day and (r.until_on is null or r.until_on > at.day)
    join organization_unit up on up.authority_id = r.authority_id and up.id = r.upper_id
    where u.authority_id = current_authority() order by u.code, r.kind, r.from_on, up.code;
end $$;
-- Members with belonging and standing on a day, and the first day of a later one.
create function roster_members(on_day date) returns table (id uuid, code text, name text, gender text, born_on date, joined_on date, regular_on date, phone_sealed text, id_number_sealed text,
  belonging_id uuid, belonging_from date, belonging_until date, next_belonging date, unit_code text, group_code text, section_code text, section_name text,
  standing_id uuid, standing_from date, standing_until date, next_standing date, kind text, state text, leading_cadre boolean)
stable security definer set search_path = public language plpgsql as $$ declare city uuid := current_authority(); begin
  perform only_roster_keepers();
  return query select m.id, m.code, m.name, m.gender, m.born_on, m.joined_on, m.regular_on, m.phone_sealed, m.id_number_sealed,
      b.id, b.from_on, b.until_on, nb.day, u.code, g.code, s.code, s.name, t.id, t.from_on, t.until_on, nt.day, t.kind, t.state, t.leading_cadre
    from membership_member m
    left join membership_belonging b on b.authority_id = city and b.member_id = m.id and b.from_on <= on_day and (b.until_on is null or b.until_on > on_day)
    left join organization_unit u on u.authority_id = city and u.id = b.unit_id
    left join organization_unit g on g.authority_id = city and g.id = b.group_id
    left join organization_unit s on s.authority_id = city and s.id = b.section_id
    left join membership_standing t on t.authority_id = city and t.member_id = m.id and t.from_on <= on_day and (t.until_on is null or t.until_on > on_day)
    left join (select member_id, min(from_on) as day from membership_belonging where authority_id = city and from_on > on_day group by 1) nb on nb.member_id = m.id
    left join (select member_id, min(from_on) as day from membership_standing where authority_id = city and from_on > on_day group by 1) nt on nt.member_id = m.id
    where m.authority_id = city order by u.code, m.code;
end $$;
create function roster_posts() returns table (id uuid, member_code text, member_name text, unit_code text, kind text, from_on date, until_on date, term_from date, term_until date)
stable security definer set search_path = public language plpgsql as $$ declare city uuid := current_authority(); begin
  perform only_roster_keepers();
  return query select p.id, m.code, m.name, u.code, p.kind, p.from_on, p.until_on, t.from_on, t.until_on
    from organization_post p
    join membership_member m on m.authority_id = city and m.id = p.person_id
    join organization_unit u on u.authority_id = city and u.id = p.unit_id
    left join organization_term t on t.authority_id = city and t.id = p.term_id
    where p.authority_id = city order by u.code, p.from_on, p.kind, m.code;
end $$;
create function roster_terms() returns table (id uuid, unit_code text, from_on date, until_on date, state text)
stable security definer set search_path = public language plpgsql as $$ begin
  perform only_roster_keepers();
  return query select t.id, u.code, t.from_on, t.until_on, t.state from organization_term t
    join organization_unit u on u.authority_id = t.authority_id and u.id = t.unit_id where t.authority_id = current_authority();
end $$;

-- Nobody else changes the organisation or the members between comparing and writing; readers are not held up.
create function lock_roster() returns void security definer set search_path = public language plpgsql as $$ begin
  perform only_roster_keepers();
  lock table organization_unit, organization_name, organization_relation, organization_post, organization_term, membership_member, membership_standing, membership_belonging in share row exclusive mode;
end $$;

-- Writes a list of rows: `opened` are new, `closed` get their first day not covered, `changed` are corrected in place.
create function write_roster(plan jsonb) returns void security definer set search_path = public language plpgsql as $$ declare city uuid := current_authority(); begin
  perform only_roster_keepers();
  insert into organization_unit (authority_id, id, code, kind, name, pinyin, initials, organ_class, staff_count, founded_on, dissolved_on)
    select city, r.id, r.code, r.kind, r.name, r.pinyin, r.initials, r.organ_class, r.staff_count, r.founded_on, r.dissolved_on
    from jsonb_to_recordset(plan -> 'openedUnits') r (id uuid, code text, kind text, name text, pinyin text, initials text, organ_class text, staff_count int, founded_on date, dissolved_on date);
  update organization_unit u set kind = r.kind, organ_class = r.organ_class, staff_count = r.staff_count, founded_on = r.founded_on, dissolved_on = r.dissolved_on
    from jsonb_to_recordset(plan -> 'changedUnits') r (id uuid, kind text, organ_class text, staff_count int, founded_on date, dissolved_on date) where u.authority_id = city and u.id = r.id;
  update organization_name n set until_on = r.until_on from jsonb_to_recordset(plan -> 'closedNames') r (id uuid, until_on date) where n.authority_id = city and n.id = r.id;
  update organization_name n set name = r.name from jsonb_to_recordset(plan -> 'changedNames') r (id uuid, name text) where n.authority_id = city and n.id = r.id;
  insert into organization_name (authority_id, id, unit_id, name, from_on, until_on)
    select city, gen_random_uuid(), r.unit_id, r.name, r.from_on, r.until_on from jsonb_to_recordset(plan -> 'openedNames') r (unit_id uuid, name text, from_on date, until_on date);
  update organization_relation x set until_on = r.until_on from jsonb_to_recordset(plan -> 'closedRelations') r (id uuid, until_on date) where x.authority_id = city and x.id = r.id;
  update organization_relation x set upper_id = r.upper_id, kind = r.kind from jsonb_to_recordset(plan -> 'changedRelations') r (id uuid, upper_id uuid, kind text) where x.authority_id = city and x.id = r.id;
  insert into organization_relation (authority_id, id, kind, upper_id, lower_id, from_on, until_on)
    select city, gen_random_uuid(), r.kind, r.upper_id, r.lower_id, r.from_on, r.until_on from jsonb_to_recordset(plan -> 'openedRelations') r (kind text, upper_id uuid, lower_id uuid, from_on date, until_on date);
  insert into membership_member (authority_id, id, code, name, pinyin, initials, gender, born_on, joined_on, regular_on, phone_sealed, id_number_sealed)
    select city, r.id, r.code, r.name, r.pinyin, r.initials, r.gender, r.born_on, r.joined_on, r.regular_on, r.phone_sealed, r.id_number_sealed
    from jsonb_to_recordset(plan -> 'openedMembers') r (id uuid, code text, name text, pinyin text, initials text, gender text, born_on date, joined_on date, regular_on date, phone_sealed text, id_number_sealed text);
  update membership_member m set name = r.name, pinyin = r.pinyin, initials = r.initials, gender = r.gender, born_on = r.born_on, joined_on = r.joined_on, regular_on = r.regular_on,
      phone_sealed = r.phone_sealed, id_number_sealed = r.id_number_sealed
    from jsonb_to_recordset(plan -> 'changedMembers') r (id uuid, name text, pinyin text, initials text, gender text, born_on date, joined_on date, regular_on date, phone_sealed text, id_number_sealed text)
    where m.authority_id = city and m.id = r.id;
  insert into membership_correction (authority_id, id, member_id, fields, reason, made_by, made_at)
    select city, gen_random_uuid(), r.id, r.fields, plan ->> 'reason', coalesce((current_context()).person_id, '00000000-0000-0000-0000-000000000000'), app_now()
    from jsonb_to_recordset(plan -> 'changedMembers') r (id uuid, fields text[]);
  update membership_standing t set until_on = r.until_on from jsonb_to_recordset(plan -> 'closedStandings') r (id uuid, until_on date) where t.authority_id = city and t.id = r.id;
  update membership_standing t set kind = r.kind, state = r.state, leading_cadre = r.leading_cadre
    from jsonb_to_recordset(plan -> 'changedStandings') r (id uuid, kind text, state text, leading_cadre boolean) where t.authority_id = city and t.id = r.id;
  insert into membership_standing (authority_id, id, member_id, kind, state, leading_cadre, from_on, until_on)
    select city, gen_random_uuid(), r.member_id, r.kind, r.state, r.leading_cadre, r.from_on, r.until_on
    from jsonb_to_recordset(plan -> 'openedStandings') r (member_id uuid, kind text, state text, leading_cadre boolean, from_on date, until_on date);
  update membership_belonging b set until_on = r.until_on from jsonb_to_recordset(plan -> 'closedBelongings') r (id uuid, until_on date) where b.authority_id = city and b.id = r.id;
  update membership_belonging b set unit_id = r.unit_id, group_id = r.group_id, section_id = r.section_id
    from jsonb_to_recordset(plan -> 'changedBelongings') r (id uuid, unit_id uuid, group_id uuid, section_id uuid) where b.authority_id = city and b.id = r.id;
  insert into membership_belonging (authority_id, id, member_id, unit_id, group_id, section_id, from_on, until_on)
    select city, gen_random_uuid(), r.member_id, r.unit_id, r.group_id, r.section_id, r.from_on, r.until_on
    from jsonb_to_recordset(plan -> 'openedBelongings') r (member_id uuid, unit_id uuid, group_id uuid, section_id uuid, from_on date, until_on date);
  update organization_term t set until_on = r.until_on from jsonb_to_recordset(plan -> 'changedTerms') r (id uuid, until_on date) where t.authority_id = city and t.id = r.id;
  update organization_term t set state = 'closed' from jsonb_to_recordset(plan -> 'closedTerms') r (id uuid) where t.authority_id = city and t.id = r.id;
  insert into organization_term (authority_id, id, unit_id, from_on, until_on, state)
    select city, r.id, r.unit_id, r.from_on, r.until_on, r.state from jsonb_to_recordset(plan -> 'openedTerms') r (id uuid, unit_id uuid, from_on date, until_on date, state text);
  update organization_post p set until_on = r.until_on from jsonb_to_recordset(plan -> 'closedPosts') r (id uuid, until_on date) where p.authority_id = city and p.id = r.id;
  update organization_post p set from_on = r.from_on, until_on = r.until_on, term_id = r.term_id
    from jsonb_to_recordset(plan -> 'changedPosts') r (id uuid, from_on date, until_on date, term_id uuid) where p.authority_id = city and p.id = r.id;
  insert into organization_post (authority_id, id, unit_id, kind, person_id, term_id, from_on, until_on)
    select city, gen_random_uuid(), r.unit_id, r.kind, r.person_id, r.term_id, r.from_on, r.until_on
    from jsonb_to_recordset(plan -> 'openedPosts') r (unit_id uuid, kind text, person_id uuid, term_id uuid, from_on date, until_on date);
  -- What an ended unit still leads, is led by or holds ends with it.
  update organization_relation x set until_on = r.until_on from jsonb_to_recordset(plan -> 'endedUnits') r (id uuid, until_on date)
    where x.authority_id = city and r.id in (x.upper_id, x.lower_id) and x.from_on < r.until_on and (x.until_on is null or x.until_on > r.until_on);
  update organization_name n set until_on = r.until_on from jsonb_to_recordset(plan -> 'endedUnits') r (id uuid, until_on date)
    where n.authority_id = city and n.unit_id = r.id and n.from_on < r.until_on and (n.until_on is null or n.until_on > r.until_on);
  update organization_term t set state = 'closed' from jsonb_to_recordset(plan -> 'endedUnits') r (id uuid, until_on date) where t.authority_id = city and t.unit_id = r.id;
  update organization_unit u set dissolved_on = r.until_on from jsonb_to_recordset(plan -> 'endedUnits') r (id uuid, until_on date) where u.authority_id = city and u.id = r.id;
  -- A first import fills empty tables: without new statistics the planner takes them for empty until autovacuum comes by.
  if (plan ->> 'written')::int > 1000 then
    analyze organization_unit, organization_name, organization_relation, organization_post, organization_term, membership_member, membership_standing, membership_belonging;
  end if;
end $$;
