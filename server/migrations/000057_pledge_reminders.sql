-- Those of a unit who have not submitted their pledges are reminded at most once a day.
create table pledge_reminder (
  authority_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  on_day date not null,
  reminded_by uuid not null,
  people int not null,
  primary key (authority_id, cycle_id, unit_id, on_day),
  foreign key (authority_id, cycle_id) references cycle_year
);
select protect('pledge_reminder', 'unit_id', null, 'false');

-- What a person has done of late is read from the log by his account.
create index on audit_event (authority_id, account_id, at);
