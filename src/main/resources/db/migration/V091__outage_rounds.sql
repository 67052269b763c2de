-- What the current round of messages says, the same for everybody whom it reaches.
alter table outage add column news_cause varchar(20);
alter table outage add column news_end_at timestamp with time zone;
-- The last customer of the last page that the customer register gave, in the register's own order.
alter table outage add column found_until varchar(100);
create index outage_open on outage (closed_at, service, country);
insert into housekeeping (work, due_at) values ('outage', timestamp '2026-01-01 00:00:00');
