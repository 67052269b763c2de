-- When which module's old rows are to be removed next; the node that moves the time does it.
create table housekeeping (
  work   varchar(40) primary key,
  due_at timestamp with time zone not null
);
insert into housekeeping (work, due_at) values ('engine', timestamp '2026-01-01 00:00:00');
insert into housekeeping (work, due_at) values ('api', timestamp '2026-01-01 00:00:00');
insert into housekeeping (work, due_at) values ('notifications', timestamp '2026-01-01 00:00:00');
-- An answered call may go; one whose outcome nobody knows stays.
create index remote_call_settled on remote_call (state, last_at);
