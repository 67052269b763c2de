-- A withdrawal from a purchase and what became of it. What the customer wrote is in the case's notes.
create table product_return (
  case_number         varchar(20)  primary key references service_case (case_number),
  customer_id         varchar(64)  not null,
  country             varchar(2)   not null,
  order_number        varchar(64)  not null,
  -- the declaration
  reason              varchar(20)  not null,
  wish                varchar(20)  not null,
  symptom             varchar(20),
  noticed_on          date,
  declared_at         timestamp with time zone not null,
  lapses_at           timestamp with time zone not null,
  notice_at           timestamp with time zone,
  -- the sale, once found
  channel             varchar(10),
  informed            boolean,
  delivery_cost       numeric(19, 4),
  currency            varchar(3),
  -- what holds for it, once the sale is known
  granted_right       varchar(20),
  last_day            date,
  in_time             boolean,
  send_back_by        date,
  refund_by           date,
  remind_on           date,
  close_on            date,
  escalate_on         date,
  restocking_percent  integer,
  -- how the goods were sent
  sending_proof       varchar(20),
  sent_at             timestamp with time zone,
  -- what arrived
  grade               varchar(1),
  loss_percent        integer,
  signs               varchar(200),
  -- what is paid back
  refund_items        numeric(19, 4),
  refund_deduction    numeric(19, 4),
  refund_fee          numeric(19, 4),
  refund_delivery     numeric(19, 4)
);
create index product_return_by_customer on product_return (customer_id, notice_at);

-- The items of the order: those that go back, and those that are kept.
create table product_return_item (
  case_number     varchar(20)  not null references product_return (case_number),
  position        integer      not null,
  serial_number   varchar(64)  not null,
  -- null where the customer has named it and the order has not been found yet
  sku             varchar(100),
  product         varchar(200),
  product_group   varchar(100),
  supplier_id     varchar(100),
  price           numeric(19, 4),
  delivered_on    date,
  exclusion       varchar(20),
  bundle          varchar(100),
  bundle_discount numeric(19, 4),
  goes_back       boolean      not null,
  is_back         boolean      not null,
  primary key (case_number, position)
);

-- One open return for one item: the primary key decides between returns that are declared at the same time.
create table product_return_item_taken (
  serial_number varchar(64) primary key,
  case_number   varchar(20) not null references service_case (case_number)
);
create index product_return_item_taken_by_case on product_return_item_taken (case_number);
