-- What counted when the request was decided, or why it came to a person again.
alter table payment_deferral add column finding varchar(30);
