-- Gates hold a unit back as vetoes do: both are shown with their clause.
alter table appraisal_assessed_unit rename column vetoes to limits;
