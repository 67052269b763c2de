-- What a member of staff reads beside Tasklist. The words are made from the notice when it is read.
create table in_app_message (
  delivery_id varchar(40)  primary key,
  user_id     varchar(100) not null,
  arrived_at  timestamp with time zone not null,
  read_at     timestamp with time zone,
  foreign key (delivery_id) references notification_delivery (delivery_id)
);
create index in_app_message_user on in_app_message (user_id, arrived_at);

-- What a person or team has chosen; "owner" is person:<user id> or team:<group>. Local times as HH:mm.
create table notification_preference (
  owner          varchar(200) primary key,
  channels       varchar(100) not null,
  frequency      varchar(20)  not null,
  digest_at      varchar(5)   not null,
  quiet_from     varchar(5),
  quiet_until    varchar(5),
  quiet_channels varchar(100) not null
);
