-- One open case for one invoice and customer: the primary key decides between requests that arrive
-- together. While billing is away nobody knows whose an invoice is, so that whoever asks for
-- another's does not stand in the way of its owner; billing tells them apart later.
create table deferral_claim (
  invoice_number varchar(100) not null,
  customer_id    varchar(64)  not null,
  case_number    varchar(20)  not null references service_case (case_number),
  primary key (invoice_number, customer_id)
);
create index deferral_claim_by_case on deferral_claim (case_number);

insert into deferral_claim (invoice_number, customer_id, case_number)
select t.invoice_number, d.customer_id, t.case_number
from deferral_taken t join payment_deferral d on d.case_number = t.case_number;

drop table deferral_taken;
