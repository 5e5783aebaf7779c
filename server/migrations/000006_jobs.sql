-- The queue's own schema: pg-boss makes its tables there, as the application's role.
create schema if not exists pgboss;
grant usage, create on schema pgboss to jiannuo_app;
