-- What a payment deferral is about. What the customer wrote is in the case's notes.
create table payment_deferral (
  case_number      varchar(20)  primary key references service_case (case_number),
  customer_id      varchar(64)  not null,
  country          varchar(2)   not null,
  invoice_number   varchar(100) not null,
  requested_on     date         not null,
  -- the wish
  pay_on           date,
  instalments      integer      not null,
  circumstance     varchar(20)  not null,
  -- the invoice, once billing has been asked
  invoice_customer varchar(64),
  invoice_country  varchar(2),
  business         boolean,
  status           varchar(20),
  total            numeric(19, 4),
  balance          numeric(19, 4),
  currency         varchar(3),
  due_on           date,
  disputed         boolean,
  direct_debit     boolean,
  dunning_level    integer,
  reminder_printed boolean,
  in_collection    boolean,
  deferred_before  boolean,
  overdue_invoices integer,
  late_of_last_two integer,
  clean_months     integer,
  deferrals        integer,
  -- the hold, once billing has confirmed it
  hold_id          varchar(100),
  held_level       integer,
  held_printed     boolean,
  hold_stands      boolean
);

-- When it is paid instead, as offered or agreed.
create table deferral_payment (
  case_number varchar(20)    not null references payment_deferral (case_number),
  ordinal     integer        not null,
  due_on      date           not null,
  amount      numeric(19, 4) not null,
  currency    varchar(3)     not null,
  reminded    boolean        not null,
  primary key (case_number, ordinal)
);

-- One open case for one invoice: the primary key decides between requests that arrive together.
create table deferral_taken (
  invoice_number varchar(100) primary key,
  case_number    varchar(20)  not null references service_case (case_number)
);
create index deferral_taken_by_case on deferral_taken (case_number);
