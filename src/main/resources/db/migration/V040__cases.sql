-- A customer's matter and what has become of it. Personal data: case_note.body and the photos.
create table service_case (
  case_number varchar(20)  primary key,
  flow        varchar(60)  not null,
  customer_id varchar(64)  not null,
  country     varchar(2)   not null,
  channel     varchar(20)  not null,
  status      varchar(30)  not null,
  outcome     varchar(60),
  opened_at   timestamp with time zone not null,
  closed_at   timestamp with time zone
);
-- Each way of listing cases has its index: newest first, numbers decide between equals.
create index service_case_newest on service_case (opened_at desc, case_number);
create index service_case_by_customer on service_case (customer_id, opened_at desc, case_number);
create index service_case_by_status on service_case (status, opened_at desc, case_number);

create table case_event (
  event_id    bigint generated always as identity primary key,
  case_number varchar(20)  not null references service_case (case_number),
  happened_at timestamp with time zone not null,
  event       varchar(100) not null,
  facts       text         not null
);
create index case_event_by_case on case_event (case_number, happened_at, event_id);

create table case_note (
  note_id     bigint generated always as identity primary key,
  case_number varchar(20)  not null references service_case (case_number),
  written_at  timestamp with time zone not null,
  author      varchar(100),
  about       varchar(100) not null,
  body        text         not null
);
create index case_note_by_case on case_note (case_number, written_at, note_id);

-- next_check_at is when the watcher has to look again: null while paused, ended or wholly escalated.
create table case_deadline (
  case_number   varchar(20) not null references service_case (case_number),
  name          varchar(60) not null,
  started_at    timestamp with time zone not null,
  warn_at       timestamp with time zone not null,
  due_at        timestamp with time zone not null,
  paused_at     timestamp with time zone,
  ended_at      timestamp with time zone,
  warned_at     timestamp with time zone,
  missed_at     timestamp with time zone,
  next_check_at timestamp with time zone,
  primary key (case_number, name)
);
create index case_deadline_to_check on case_deadline (next_check_at);

-- A photo's bytes lie in pieces: H2's binary strings end at 1 MiB.
create table case_photo (
  photo_id    varchar(36)  primary key,
  case_number varchar(20)  not null references service_case (case_number),
  position    integer      not null,
  added_at    timestamp with time zone not null,
  media_type  varchar(20)  not null,
  byte_count  integer      not null,
  unique (case_number, position)
);
create table case_photo_piece (
  photo_id varchar(36) not null references case_photo (photo_id),
  position integer     not null,
  content  bytea       not null,
  primary key (photo_id, position)
);

create table case_survey (
  case_number varchar(20) primary key references service_case (case_number),
  competence  integer     not null,
  treatment   integer     not null,
  added_value integer     not null,
  solved      boolean     not null,
  answered_at timestamp with time zone not null
);
