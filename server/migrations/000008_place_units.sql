-- Right after a large load there are no statistics yet, and nested loops over the edges would take minutes: hash joins always.
alter function place_units(uuid) set enable_nestloop = off;
