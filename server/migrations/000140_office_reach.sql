-- The units the caller's office lies over beside those of sees_all(): asked once by a list, not for each of its rows.
create function office_reach() returns uuid[] stable language plpgsql as $$
declare c session_context := current_context();
begin
  if c.role is null or c.role in ('member', 'partyGroupMember') then return '{}'; end if;
  return coalesce(visible_units(), '{}') || case when c.role = 'cityCommittee' then array[c.unit_id] else '{}'::uuid[] end;
end $$;
create or replace function office_over(of_unit uuid) returns boolean stable language sql as $$
  select sees_all() or coalesce(of_unit = any (office_reach()), false) $$;

-- Whoever only guides meets an assessment of units once it is filed, as a round of persons (R3.1).
create function is_filed_assessment(of_authority uuid, of_assessment uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (select 1 from appraisal_assessment a where a.authority_id = of_authority and a.id = of_assessment and a.state = 'filed') $$;
select protect_from_guide('appraisal_assessment', 'unit_id', 'state = ''filed''');
create policy guided on appraisal_assessment_run as restrictive to jiannuo_app
  using (unit_id <> all ((select guided_units())::uuid[]) or is_filed_assessment(authority_id, assessment_id));
create policy guided on appraisal_assessed_unit as restrictive to jiannuo_app
  using (office_id <> all ((select guided_units())::uuid[]) or is_filed_assessment(authority_id, assessment_id));
