-- Whether billing has confirmed when the invoice is paid instead.
alter table payment_deferral add column booked boolean default false not null;
