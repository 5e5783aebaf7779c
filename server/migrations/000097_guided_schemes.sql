-- Of units only guided neither drafts of schemes nor imports that nobody confirmed; and neither is changed.
select protect_from_guide('appraisal_scheme', 'owner_unit_id', 'state <> ''draft''');
select protect_guided('appraisal_scheme', 'owner_unit_id <> all ((select guided_units())::uuid[])');
select protect_from_guide('facts_import', 'unit_id', 'state in (''confirmed'', ''withdrawn'')');
select protect_guided('facts_import', 'unit_id <> all ((select guided_units())::uuid[])');
