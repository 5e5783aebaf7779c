-- How many members within reach have no account, and how many never used theirs. The system administrator, who sees no member, learns the numbers alone.
create function roster_account_counts() returns table (without_account int, never_used int) stable security definer set search_path = public language sql as $$
  select count(*) filter (where a.id is null), count(*) filter (where a.id is not null and a.password_hash is null and a.demo_persona is null)
  from membership_member m left join identity_account a on a.authority_id = m.authority_id and a.person_id = m.id
  where m.authority_id = current_authority() and (sees_all() or current_role_name() = 'systemAdministrator' or m.id = any ((select members_below())::uuid[]))
    and exists (select 1 from membership_belonging b where b.authority_id = m.authority_id and b.member_id = m.id and b.from_on <= app_today() and (b.until_on is null or b.until_on > app_today())) $$;
