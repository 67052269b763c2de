-- The engine's own tables are Camunda's; these are what this product adds around it.

-- One row for each business attempt of a remote step, so that its effect happens once.
create table remote_call (
  idempotency_key varchar(200) primary key,
  activity_id     varchar(100) not null,
  -- STARTED: runs, or ended with the process. UNANSWERED: failed; the partner may have done it.
  -- ANSWERED and REFUSED are final.
  state           varchar(20)  not null,
  -- Starts that ended with the process and so left nothing behind.
  lost_starts     integer      not null,
  -- Who holds the step until when, in real time: not moved by the product's clock.
  claim           varchar(36)  not null,
  claimed_until   timestamp with time zone not null,
  result          text,
  refusing_system varchar(100),
  refusal_code    varchar(100),
  first_at        timestamp with time zone not null,
  last_at         timestamp with time zone not null
);
create index remote_call_last_at on remote_call (last_at);

-- What partners and customers sent, before and after a process saw it.
create table inbox_message (
  source          varchar(50)  not null,
  message_id      varchar(200) not null,
  arrival         bigint generated always as identity,
  name            varchar(100) not null,
  case_number     varchar(50)  not null,
  variables       text         not null,
  state           varchar(20)  not null,
  tries           integer      not null,
  received_at     timestamp with time zone not null,
  next_try_at     timestamp with time zone not null,
  expires_at      timestamp with time zone not null,
  settled_at      timestamp with time zone,
  problem         varchar(200),
  primary key (source, message_id)
);
create index inbox_message_due on inbox_message (state, next_try_at);
create index inbox_message_of_case on inbox_message (case_number, state, arrival);
create index inbox_message_settled on inbox_message (state, settled_at);

-- How far the default profile's clock stands ahead of real time; one row, read by every node.
create table product_clock (
  id              integer primary key check (id = 1),
  ahead_millis    bigint  not null check (ahead_millis >= 0)
);
insert into product_clock (id, ahead_millis) values (1, 0);
