-- A ruling may also exempt a unit from an indicator.
alter table appraisal_assessment_ruling drop constraint appraisal_assessment_ruling_kind_check;
alter table appraisal_assessment_ruling add constraint appraisal_assessment_ruling_kind_check check (kind in ('limit', 'fact', 'indicator'));
