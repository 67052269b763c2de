-- All that is stored of a customer, and the only table with contact points: erasing a person is one row here.
-- The register_ columns hold what the CRM said last; the others what is used, which a customer may have corrected.
create table customer (
  customer_id          varchar(100) primary key,
  name                 varchar(500) not null,
  email                varchar(500),
  phone                varchar(500),
  language             varchar(35)  not null,
  country              varchar(2)   not null,
  street               varchar(500) not null,
  postal_code          varchar(500) not null,
  city                 varchar(500) not null,
  address_country      varchar(2)   not null,
  register_name        varchar(500) not null,
  register_email       varchar(500),
  register_phone       varchar(500),
  register_language    varchar(35)  not null,
  register_street      varchar(500) not null,
  register_postal_code varchar(500) not null,
  register_city        varchar(500) not null,
  register_country     varchar(2)   not null,
  registered_at        timestamp with time zone not null,
  corrected_at         timestamp with time zone
);

-- A customer without a row here has no wishes of their own.
create table customer_preference (
  customer_id          varchar(100) primary key,
  channel              varchar(10)  not null,
  quiet_from           varchar(5),
  quiet_until          varchar(5)
);
