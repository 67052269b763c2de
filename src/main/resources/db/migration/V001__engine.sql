-- The engine's own tables are Camunda's; these are what this product adds around it.
create table remote_call (
  idempotency_key varchar(200) primary key,
  activity_id     varchar(100) not null,
  attempts        integer      not null,
  outcome         varchar(20)  not null,
  result          text,
  first_at        timestamp with time zone not null,
  last_at         timestamp with time zone not null
);
