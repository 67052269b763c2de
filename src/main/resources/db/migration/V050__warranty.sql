-- What a warranty claim is about. What the customer wrote is in the case's notes.
create table warranty_claim (
  case_number       varchar(20)  primary key references service_case (case_number),
  customer_id       varchar(64)  not null,
  country           varchar(2)   not null,
  customer_known    boolean      not null,
  order_number      varchar(64),
  serial_number     varchar(64)  not null,
  symptom           varchar(20)  not null,
  noticed_on        date         not null,
  reported_on       date         not null,
  cause             varchar(20)  not null,
  dangerous         boolean      not null,
  wish              varchar(20)  not null,
  -- the purchase, once found
  bought_order      varchar(64),
  bought_country    varchar(2),
  bought_on         date,
  delivered_on      date,
  sku               varchar(100),
  product           varchar(200),
  product_group     varchar(100),
  bought_serial     varchar(64),
  price             numeric(19, 4),
  price_currency    varchar(3),
  meant_to_last     boolean,
  supplier_id       varchar(100),
  recall            varchar(100),
  -- the repair, once estimated
  part_number       varchar(100),
  part_name         varchar(200),
  repair_cost       numeric(19, 4),
  repair_currency   varchar(3),
  repair_at_home    boolean,
  repair_lead_days  integer,
  part_supplier_id  varchar(100)
);

-- One open case for one item: the primary key decides between claims that arrive at the same time.
create table warranty_item_taken (
  serial_number varchar(64) primary key,
  case_number   varchar(20) not null references service_case (case_number)
);
create index warranty_item_taken_by_case on warranty_item_taken (case_number);

-- What other systems have been asked to do for a case.
create table case_commitment (
  case_number varchar(20)  not null references service_case (case_number),
  kind        varchar(20)  not null,
  ordinal     integer      not null,
  reference   varchar(100) not null,
  detail      varchar(200),
  state       varchar(20)  not null,
  made_at     timestamp with time zone not null,
  expected_on date,
  starts_at   timestamp with time zone,
  ends_at     timestamp with time zone,
  amount      numeric(19, 4),
  currency    varchar(3),
  primary key (case_number, kind, ordinal)
);
