-- Steps that somebody of operations has had tried again together, and what has become of each.
create table incident_retry (
  retry_id varchar(36)  primary key,
  -- Whose rights decide.
  asked_by varchar(100) not null,
  asked_at timestamp with time zone not null,
  steps    integer      not null
);
create index incident_retry_asked on incident_retry (asked_at);

create table incident_retry_step (
  retry_id varchar(36) not null references incident_retry (retry_id),
  job_id   varchar(64) not null,
  -- WAITING until its turn; RETRIED; GONE if it no longer stood; REFUSED for want of a right.
  state    varchar(10) not null,
  primary key (retry_id, job_id)
);
create index incident_retry_step_state on incident_retry_step (state, retry_id);

insert into housekeeping (work, due_at) values ('operations', timestamp '2026-01-01 00:00:00');
