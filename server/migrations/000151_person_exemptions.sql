-- A ruling may also exempt a person from an indicator, as it may a unit.
alter table appraisal_ruling
  alter column veto drop not null,
  add column indicator text,
  add constraint one_target check (num_nonnulls(veto, indicator) = 1);
