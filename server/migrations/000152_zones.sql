-- Cooperation zones (协作区, R2.12): which organs work and are compared together. One division of the city holds from a day until the next one begins.
create table organization_zoning (
  authority_id uuid not null references authority,
  id uuid not null,
  from_on date not null,
  document text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, from_on)
);
create table organization_zone_unit (
  authority_id uuid not null,
  zoning_id uuid not null,
  unit_id uuid not null,
  zone text not null,
  primary key (authority_id, zoning_id, unit_id),
  foreign key (authority_id, zoning_id) references organization_zoning on delete cascade,
  foreign key (authority_id, unit_id) references organization_unit
);
select protect_shared('organization_zoning');
select protect_shared('organization_zone_unit');
-- The zone of the unit's organ on the day it was placed.
alter table appraisal_assessed_unit add column zone text;
