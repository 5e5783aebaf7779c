-- A pledge item moves with a fact of its author or of the unit he answers for, over the year of the pledge or a part of it.
alter table pledge_item add column fact_of text check (fact_of in ('person', 'unit')), add column fact_period text;
alter table pledge_item add check (num_nulls(fact_kind, fact_of, fact_period) in (0, 3));

-- Whose records an item moves with: its author's; a branch secretary's branch; the organ of the secretaries above him.
create function followed_subject(of_authority uuid, of_pledge uuid, of_whom text) returns uuid stable language sql as $$
  select case when of_whom = 'person' then p.person_id when p.level = 'branchSecretary' then p.unit_id else adopting_organ(of_authority, p.unit_id) end
  from pledge_pledge p where p.authority_id = of_authority and p.id = of_pledge $$;
