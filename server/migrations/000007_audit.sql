-- The sequencer finds new rows by the moment they were really written, whatever clock a demo shows; a checkpoint keeps the tree's frontier so that it grows by what is new.
alter table audit_event add column recorded_at timestamptz not null default now();
create index on audit_event (authority_id, recorded_at);
alter table audit_checkpoint add column frontier jsonb not null;
