-- Noted in the transaction that accepts the customer's cancelling; the process hears of it afterwards.
alter table product_registration add column cancelled boolean default false not null;
