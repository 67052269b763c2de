-- A customer's order of a plan: a service activated or a subscription upgraded.
create table plan_order (
  case_number      varchar(20)  primary key references service_case (case_number),
  kind             varchar(20)  not null,
  customer_id      varchar(64)  not null,
  country          varchar(2)   not null,
  plan_code        varchar(64)  not null,
  starts_on        date         not null,
  -- what an upgrade replaces
  subscription_id  varchar(64),
  -- what is offered, once looked up
  plan_name        varchar(200),
  service          varchar(100),
  monthly_price    numeric(19, 4),
  price_currency   varchar(3),
  -- why it is not to be carried out any more
  given_up         varchar(20)
);

-- One open order of a service for one customer: the primary key decides between orders that arrive at the same time.
create table plan_order_open (
  customer_id  varchar(64)   not null,
  service      varchar(100)  not null,
  case_number  varchar(20)   not null references plan_order (case_number),
  primary key (customer_id, service)
);
create index plan_order_open_case on plan_order_open (case_number);

-- What other systems have done for an order, in the order in which they did it.
create table plan_order_effect (
  case_number  varchar(20)   not null references plan_order (case_number),
  part         varchar(20)   not null,
  state        varchar(20)   not null,
  ordinal      integer       not null,
  reference    varchar(100),
  refusal      varchar(100),
  -- the step that asked for it, by the engine's ids
  instance_id  varchar(64)   not null,
  activity_id  varchar(255)  not null,
  primary key (case_number, part)
);
