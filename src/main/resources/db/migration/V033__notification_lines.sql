-- What a report lists below its text, one line each, as JSON; null for all other notices.
alter table notification add column lines text;
