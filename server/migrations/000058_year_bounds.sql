-- What a city sets for its year beside the periods, in percent: from which share of lagging items a unit's light is red or yellow,
-- and below which fulfilment somebody is low (R4.10). The defaults are those of the rules pledge.unit-light and appraisal.use-of-results.
alter table cycle_year
  add column lag_red int not null default 10 check (lag_red between 1 and 100),
  add column lag_yellow int not null default 8 check (lag_yellow between 1 and 100),
  add column attention_yellow int not null default 20 check (attention_yellow between 1 and 100),
  add column low_fulfilment int not null default 60 check (low_fulfilment between 1 and 100),
  add check (lag_yellow <= lag_red);
