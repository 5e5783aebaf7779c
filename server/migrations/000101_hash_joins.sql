-- Replacing a function drops its settings: right after a large load there are no statistics, and nested loops over the edges would take minutes.
alter function place_units(uuid) set enable_nestloop = off;
alter function assessable_units(uuid, text, uuid, date) set enable_nestloop = off;
