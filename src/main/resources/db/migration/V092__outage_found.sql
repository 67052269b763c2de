-- Needed only while those affected are looked for; it is a customer's number.
update outage set found_until = null where closed_at is not null;
