-- A failure of a service that many customers have.
create table outage (
  outage_number   varchar(20)  primary key,
  service         varchar(60)  not null,
  country         varchar(2)   not null,
  -- The beginning of the postal codes; null for the whole country.
  area            varchar(10),
  cause           varchar(20)  not null,
  origin          varchar(20)  not null,
  started_at      timestamp with time zone not null,
  expected_end_at timestamp with time zone,
  ended_at        timestamp with time zone,
  state           varchar(20)  not null,
  reported_by     varchar(100) not null,
  reported_at     timestamp with time zone not null,
  affected        integer      not null,
  told            integer      not null,
  contacts        integer      not null,
  news            integer      not null,
  closed_at       timestamp with time zone
);
create index outage_newest on outage (reported_at desc, outage_number);
create index outage_by_state on outage (state, reported_at desc, outage_number);

-- Who is affected, and the last round of messages that each has got.
create table outage_customer (
  outage_number varchar(20)  not null references outage (outage_number),
  customer_id   varchar(100) not null,
  told_in       integer      not null,
  contacted     boolean      not null,
  primary key (outage_number, customer_id)
);
create index outage_of_customer on outage_customer (customer_id);
create index outage_to_tell on outage_customer (outage_number, told_in, customer_id);
