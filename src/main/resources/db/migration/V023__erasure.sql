-- That somebody was erased, and who did it; nothing tells whom. The reference stands in for the customer in what is kept
-- of their cases.
create table customer_erasure (
  reference varchar(20)  primary key,
  erased_at timestamp with time zone not null,
  erased_by varchar(100) not null,
  cases     integer      not null
);
