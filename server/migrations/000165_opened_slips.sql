-- Who may open the slips of an assessment stands in the policy that lets the application see them. As a restriction beside it, it also
-- bound the owner where the owner is a member of the application's role, and with him the functions by which tellers count.
drop policy opened on appraisal_slip;
drop policy scope on appraisal_slip;
create policy scope on appraisal_slip to jiannuo_app
  using (authority_id = (select current_authority()) and exists (select 1 from appraisal_count c where c.authority_id = appraisal_slip.authority_id and c.id = appraisal_slip.count_id
    and (c.office_id is null or (select sees_all()) or c.office_id = (select (current_context()).unit_id))))
  with check (authority_id = (select current_authority()) and exists (select 1 from appraisal_count c where c.authority_id = appraisal_slip.authority_id and c.id = appraisal_slip.count_id
    and (c.office_id is null or (select sees_all()) or c.office_id = (select (current_context()).unit_id))));
