-- Of units only guided neither drafts of schemes, nor provisional assessments, nor imports that nobody confirmed; and none of them is changed.
select protect_from_guide('appraisal_scheme', 'owner_unit_id', 'state <> ''draft''');
select protect_guided('appraisal_scheme', 'owner_unit_id <> all ((select guided_units())::uuid[])');
select protect_from_guide('appraisal_assessment', 'unit_id', 'state <> ''provisional''');
select protect_guided('appraisal_assessment', 'unit_id <> all ((select guided_units())::uuid[])');
select protect_from_guide('facts_import', 'unit_id', 'state in (''confirmed'', ''withdrawn'')');
select protect_guided('facts_import', 'unit_id <> all ((select guided_units())::uuid[])');
