-- Which step of which process asked, to be looked up without the attempt's number.
alter table remote_call add column step varchar(200);
update remote_call set step = regexp_replace(idempotency_key, ':[0-9]+$', '');
alter table remote_call alter column step set not null;
create index remote_call_step on remote_call (step);
