-- Whether a year's cycle is closed: nothing is imported into it any more.
create function facts_year_closed(of_authority uuid, of_year int) returns boolean stable language sql as $$
  select coalesce((select c.state = 'closed' from cycle_year c where c.authority_id = of_authority and c.year = of_year), false) $$;

-- What an import wrote and nobody has replaced since, each with the entry it replaced itself.
create function facts_standing(of_authority uuid, of_import uuid) returns table (id uuid, kind text, subject_id uuid, unit_id uuid, on_day date, value text, period text, earlier jsonb) stable language sql as $$
  select f.id, f.kind, f.subject_id, f.unit_id, f.on_day, trim_scale(f.value)::text, f.period,
    (select jsonb_build_object('on', o.on_day, 'value', trim_scale(o.value)::text, 'source', jsonb_build_object('module', o.source_module, 'id', o.source_id))
      from fact_entry r join fact_entry o on o.authority_id = r.authority_id and o.id = r.reverses
      where r.authority_id = f.authority_id and r.subject_id = f.subject_id and r.kind = f.kind and r.period = f.period and r.source_module = 'import' and r.source_id = f.source_id)
  from fact_entry f
  where f.authority_id = of_authority and f.source_module = 'import' and f.source_id like of_import::text || '#%' and f.reverses is null
    and not exists (select 1 from fact_entry r where r.authority_id = f.authority_id and r.reverses = f.id) $$;
create index on fact_entry (authority_id, source_id text_pattern_ops) where source_module = 'import';
