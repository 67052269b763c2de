-- Units of returned goods by product and day, as parcels arrive; a case may have several parcels.
create table returned_units (
  case_number varchar(40)  not null,
  sku         varchar(100) not null,
  product     varchar(200) not null,
  received_on date         not null,
  units       integer      not null,
  primary key (case_number, sku, received_on)
);
create index returned_units_day on returned_units (received_on, sku);

-- The weeks, by their Sunday, whose digest has been told. The first is the last one before returns were
-- counted; nothing was told of it.
create table return_digest (
  week_ends_on date primary key,
  told_at      timestamp with time zone not null
);

-- When a node looks next whether a digest is due.
insert into housekeeping (work, due_at) values ('return-digest', timestamp '2026-01-01 00:00:00');
