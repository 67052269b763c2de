-- How often and how long each step of each version of a process was done on each day (UTC), summed up from the
-- engine's history as it grows; it stays when the history is cleaned up.
create table step_time (
  definition_id varchar(64)  not null,
  done_on       date         not null,
  step_id       varchar(255) not null,
  times         bigint       not null,
  total_millis  bigint       not null,
  longest_millis bigint      not null,
  primary key (definition_id, done_on, step_id)
);

-- Up to when; null until there is any history. One row, locked by whoever adds.
create table step_time_reach (
  id      integer primary key check (id = 1),
  reached timestamp with time zone
);
insert into step_time_reach (id, reached) values (1, null);

insert into housekeeping (work, due_at) values ('step-times', timestamp '2026-01-01 00:00:00');
