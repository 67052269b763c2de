-- Planned notices by age, for those that have served their time.
create index notification_told on notification (state, told_at);
