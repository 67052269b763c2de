-- Tries that failed though a process awaited the message, and the task for operations about it.
alter table inbox_message add column failures integer default 0 not null;
alter table inbox_message add column task_id varchar(64);
create index inbox_message_task on inbox_message (task_id);
-- How often a person has had it tried again.
alter table inbox_message add column rounds integer default 0 not null;
