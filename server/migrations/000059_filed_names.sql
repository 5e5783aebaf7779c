-- What a page of the lists of use reads: the name as it was filed, and the scheme by whose grades it was filed.
alter table appraisal_filed_result add column name text, add column scheme_id uuid;
do $$
declare
  reads text[] := array['appraisal_filed_result', 'appraisal_filing', 'appraisal_round', 'appraisal_subject'];
  each text;
begin
  foreach each in array reads loop execute format('alter table %I no force row level security', each); end loop;
  alter table appraisal_filed_result disable trigger append_only;
  update appraisal_filed_result e set name = x.name, scheme_id = r.scheme_id
  from appraisal_filing f
  join appraisal_round r on r.authority_id = f.authority_id and r.id = f.round_id
  join appraisal_subject x on x.authority_id = f.authority_id and x.round_id = f.round_id
  where f.authority_id = e.authority_id and f.id = e.filing_id and x.person_id = e.person_id;
  alter table appraisal_filed_result enable trigger append_only;
  foreach each in array reads loop execute format('alter table %I force row level security', each); end loop;
end $$;
alter table appraisal_filed_result
  alter column name set not null,
  alter column scheme_id set not null,
  add foreign key (authority_id, scheme_id) references appraisal_scheme (authority_id, id);
create index on appraisal_filed_result (authority_id, level, year, name, id);
