-- When somebody is to be told that an open task is running late or is late. A row goes as its task ends.
create table task_time (
  task_id       varchar(64) primary key,
  case_number   varchar(255),
  country       varchar(10) not null,
  made_at       timestamp with time zone not null,
  due_at        timestamp with time zone not null,
  -- Null once there is nothing more to tell.
  next_check_at timestamp with time zone
);
create index task_time_to_check on task_time (next_check_at);
