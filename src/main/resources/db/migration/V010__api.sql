-- The answers of commands, so that the same command sent again gets the same answer.
create table api_idempotency (
  caller          varchar(300) not null,
  idempotency_key varchar(200) not null,
  fingerprint     varchar(64)  not null,
  status          integer,
  location        text,
  body            text,
  made_at         timestamp with time zone not null,
  primary key (caller, idempotency_key)
);
create index api_idempotency_made_at on api_idempotency (made_at);
