-- A product that its owner registers. What the customer wrote is in the case's notes.
create table product_registration (
  case_number       varchar(20)   primary key references service_case (case_number),
  customer_id       varchar(64)   not null,
  country           varchar(2)    not null,
  serial_number     varchar(64)   not null,
  order_number      varchar(64),
  purchased_on      date,
  -- CUSTOMER, STAFF or PARTNER
  done_by           varchar(20)   not null,
  -- the item, once found
  product           varchar(200),
  delivered_on      date,
  meant_to_last     boolean       not null,
  commercial_until  date,
  extended_months   integer       not null,
  -- once registered
  legal_until       date,
  registered_at     timestamp with time zone
);

-- One registration of one item: the primary key decides between those that arrive at the same time.
create table registered_item (
  serial_number  varchar(64)  primary key,
  case_number    varchar(20)  not null references product_registration (case_number)
);
create index registered_item_case on registered_item (case_number);

-- Who registers, month by month: counted as it happens, so that reading it scans nothing.
create table registration_share (
  counted_month  varchar(7)   not null,
  done_by        varchar(20)  not null,
  registrations  bigint       not null,
  primary key (counted_month, done_by)
);
