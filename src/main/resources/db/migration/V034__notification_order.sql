-- What the notice tells the latest of: while an earlier one of the same topic still waits, this one takes its place.
alter table notification add column topic varchar(100);
-- Told to very many at once: it leaves after what single people wait for.
alter table notification add column mass boolean default false not null;
alter table notification_delivery add column mass boolean default false not null;

-- The relay reads these in the order in which it works, however many wait.
drop index notification_state;
create index notification_due on notification (state, mass, due_at, position);
drop index notification_delivery_due;
create index notification_delivery_due on notification_delivery (state, channel, mass, due_at, position);

-- Fifty thousand notices may bear one number: what is asked about one recipient's finds that recipient's alone.
create index notification_recipient on notification (case_number, recipient, position);
create index notification_topic on notification (topic, recipient, position);
create index notification_corrects on notification (case_number, corrects);
