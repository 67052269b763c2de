-- The sandbox's own data. Nothing here is shared with the product.

create table if not exists setting (
  name text primary key,
  content text not null
);

-- The company's registers.
create table if not exists customer (
  customer_id varchar(20) primary key,
  name text not null,
  email text not null,
  phone text not null,
  language varchar(5) not null,
  country char(2) not null,
  street text not null,
  postal_code text not null,
  city text not null,
  has_account boolean not null
);

-- The services that customers have at home.
create table if not exists connection (
  service varchar(40) not null,
  customer_id varchar(20) not null references customer,
  primary key (service, customer_id)
);

create table if not exists supplier (
  supplier_id varchar(40) primary key,
  name text not null,
  agreement boolean not null
);

create table if not exists product (
  sku varchar(60) primary key,
  name text not null,
  product_group varchar(40) not null,
  supplier_id varchar(40) not null references supplier,
  country char(2) not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  meant_to_last boolean not null,
  stock integer not null
);

create table if not exists part (
  part_number varchar(40) primary key,
  name text not null,
  supplier_id varchar(40) not null references supplier,
  stock integer not null,
  lead_time_days integer not null,
  discontinued boolean not null
);

-- What a fault of a product takes; no row: it cannot be repaired.
create table if not exists repair (
  sku varchar(60) not null references product,
  symptom varchar(20) not null,
  part_number varchar(40) not null references part,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  home boolean not null,
  primary key (sku, symptom)
);

create table if not exists sales_order (
  order_number varchar(20) primary key,
  customer_id varchar(20) not null references customer,
  country char(2) not null,
  ordered_on date not null,
  shows text
);

create table if not exists order_line (
  order_number varchar(20) not null references sales_order,
  line_number integer not null,
  sku varchar(60) not null references product,
  serial_number varchar(60) not null unique,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  delivered_on date,
  recall varchar(40),
  primary key (order_number, line_number)
);
create index if not exists sales_order_customer on sales_order (customer_id);
create index if not exists sales_order_day on sales_order (ordered_on);
-- What returning needs to know; a database may have the tables without it.
alter table sales_order add column if not exists channel varchar(10) default 'ONLINE' not null;
alter table sales_order add column if not exists delivery_cost numeric(12, 2) default 0 not null;
alter table sales_order add column if not exists withdrawal_informed boolean default true not null;
alter table order_line add column if not exists exclusion varchar(20) default 'NONE' not null;
alter table order_line add column if not exists bundle varchar(40);
alter table order_line add column if not exists bundle_discount numeric(12, 2) default 0 not null;

create table if not exists guarantee (
  serial_number varchar(60) primary key,
  commercial_until date,
  extended_months integer not null
);

create table if not exists technician (
  technician_id varchar(20) primary key,
  name text not null,
  country char(2) not null
);

create table if not exists technician_skill (
  technician_id varchar(20) not null references technician,
  product_group varchar(40) not null,
  primary key (technician_id, product_group)
);

-- Working days of a week: 1 is Monday.
create table if not exists technician_day (
  technician_id varchar(20) not null references technician,
  weekday integer not null,
  primary key (technician_id, weekday)
);

create table if not exists technician_holiday (
  technician_id varchar(20) not null references technician,
  off_on date not null,
  primary key (technician_id, off_on)
);

-- What the product asked for. One row per system and idempotency key; it is also the ledger.
create table if not exists operation (
  system varchar(20) not null,
  idempotency_key varchar(200) not null,
  operation varchar(60) not null,
  case_number varchar(40),
  reference varchar(60),
  refusal varchar(40),
  requested_at timestamp with time zone not null,
  requests integer not null,
  status integer not null,
  content_type varchar(60) not null,
  answer text not null,
  request text not null,
  primary key (system, idempotency_key)
);
create index if not exists operation_case on operation (case_number, requested_at);
create index if not exists operation_time on operation (requested_at);

-- What those effects made.
create table if not exists outcome (
  filing_id varchar(40) primary key,
  customer_id varchar(20) not null,
  case_number varchar(40) not null,
  flow varchar(60) not null,
  outcome varchar(60) not null
);

create table if not exists replacement (
  replacement_id varchar(40) primary key,
  case_number varchar(40) not null,
  sku varchar(60) not null,
  serial_number varchar(60) not null,
  status varchar(20) not null
);

create table if not exists reservation (
  reservation_id varchar(40) primary key,
  case_number varchar(40) not null,
  part_number varchar(40) not null,
  quantity integer not null,
  in_stock boolean not null,
  expected_on date not null,
  status varchar(20) not null,
  changed_at timestamp with time zone not null
);
create index if not exists reservation_status on reservation (status, changed_at);
create index if not exists reservation_case on reservation (case_number);

create table if not exists shipment (
  shipment_id varchar(40) primary key,
  tracking_number varchar(40) not null,
  case_number varchar(40) not null,
  direction varchar(20) not null,
  content varchar(20) not null,
  recipient_name text not null,
  destination text not null,
  status varchar(20) not null,
  changed_at timestamp with time zone not null
);
create index if not exists shipment_status on shipment (status, changed_at);
create index if not exists shipment_case on shipment (case_number);

create table if not exists appointment (
  appointment_id varchar(40) primary key,
  case_number varchar(40) not null,
  technician_id varchar(20) not null references technician,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  destination text not null,
  status varchar(20) not null,
  visit_result varchar(20),
  changed_at timestamp with time zone not null
);
create index if not exists appointment_status on appointment (status, starts_at);
create index if not exists appointment_case on appointment (case_number);

create table if not exists technician_slot (
  technician_id varchar(20) not null references technician,
  starts_at timestamp with time zone not null,
  appointment_id varchar(40) not null,
  primary key (technician_id, starts_at)
);
create index if not exists technician_slot_appointment on technician_slot (appointment_id);

create table if not exists refund (
  refund_id varchar(40) primary key,
  case_number varchar(40) not null,
  order_number varchar(20) not null,
  serial_number varchar(60) not null unique,
  amount numeric(12, 2) not null,
  currency char(3) not null
);

create table if not exists invoice (
  invoice_number varchar(40) primary key,
  case_number varchar(40) not null,
  customer_id varchar(20) not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  due_on date not null,
  status varchar(20) not null,
  changed_at timestamp with time zone not null
);
create index if not exists invoice_status on invoice (status, changed_at);
create index if not exists invoice_case on invoice (case_number);

-- Invoices of what was bought, as their customers pay them.
create table if not exists receivable (
  invoice_number varchar(40) primary key,
  case_number varchar(40),
  customer_id varchar(20) not null references customer,
  business boolean not null,
  total numeric(12, 2) not null,
  balance numeric(12, 2) not null,
  currency char(3) not null,
  due_on date not null,
  first_due_on date not null,
  status varchar(20) not null,
  disputed boolean not null,
  direct_debit boolean not null,
  collection_stopped boolean not null,
  collection_sent boolean not null,
  dunning_level integer not null,
  reminder_printed boolean not null,
  in_collection boolean not null,
  deferred boolean not null,
  overdue_invoices integer not null,
  late_of_last_two integer not null,
  clean_months integer not null,
  deferrals integer not null,
  shows text not null,
  changed_at timestamp with time zone not null
);
create index if not exists receivable_case on receivable (case_number);

create table if not exists dunning_hold (
  hold_id varchar(40) primary key,
  case_number varchar(40) not null,
  invoice_number varchar(40) not null references receivable,
  dunning_level integer not null,
  status varchar(20) not null
);

create table if not exists instalment (
  plan_id varchar(40) not null,
  invoice_number varchar(40) not null references receivable,
  due_on date not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  primary key (plan_id, due_on)
);

create table if not exists recovery (
  recovery_id varchar(40) primary key,
  case_number varchar(40) not null,
  supplier_id varchar(40) not null,
  amount numeric(12, 2) not null,
  currency char(3) not null
);

-- What people and partners were told.
create table if not exists message (
  channel varchar(10) not null,
  message_key varchar(300) not null,
  recipient varchar(300) not null,
  sender text,
  subject text,
  content text not null,
  case_number varchar(40),
  received_at timestamp with time zone not null,
  sequence_number bigint generated always as identity,
  copies integer not null,
  primary key (channel, message_key, recipient)
);
create index if not exists message_time on message (sequence_number);
create index if not exists message_recipient on message (recipient, sequence_number);
create index if not exists message_case on message (case_number, sequence_number);

-- What partners tell the product.
create table if not exists callback (
  callback_id varchar(60) primary key,
  system varchar(20) not null,
  callback_type varchar(40) not null,
  case_number varchar(40) not null,
  content text not null,
  created_at timestamp with time zone not null,
  remaining integer not null,
  attempts integer not null,
  next_attempt_at timestamp with time zone not null,
  last_answer text
);
create index if not exists callback_due on callback (remaining, next_attempt_at);
create index if not exists callback_time on callback (created_at);

-- Services by the month.
create table if not exists plan (
  plan_code varchar(40) not null,
  country char(2) not null,
  name text not null,
  service varchar(40) not null,
  plan_rank integer not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  available boolean not null,
  has_ledger boolean not null,
  primary key (plan_code, country)
);

create table if not exists subscription (
  subscription_id varchar(40) primary key,
  case_number varchar(40) not null,
  customer_id varchar(20) not null,
  plan_code varchar(40) not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  starts_on date not null,
  replaces varchar(40),
  status varchar(20) not null
);
create index if not exists subscription_customer on subscription (customer_id, status);

create table if not exists blocked_customer (
  customer_id varchar(20) primary key
);

create table if not exists service_order (
  service_order_id varchar(40) primary key,
  case_number varchar(40) not null,
  customer_id varchar(20) not null,
  plan_code varchar(40) not null,
  starts_on date not null,
  status varchar(20) not null
);

create table if not exists revenue (
  booking_id varchar(40) primary key,
  case_number varchar(40) not null,
  plan_code varchar(40) not null,
  amount numeric(12, 2) not null,
  currency char(3) not null,
  status varchar(20) not null
);
