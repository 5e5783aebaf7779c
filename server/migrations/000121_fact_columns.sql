-- What a header of an office's own means in a file of facts, remembered for its later files.
create table facts_column (
  authority_id uuid not null references authority,
  unit_id uuid not null,
  header text not null,
  -- Null: the column is left out on purpose.
  column_key text,
  primary key (authority_id, unit_id, header)
);
select protect('facts_column', 'unit_id', null, 'false');
