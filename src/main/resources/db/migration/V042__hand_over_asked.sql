-- A person has been asked for and has not taken the case over yet: asking again is no second hand-over.
alter table service_case add column hand_over_asked boolean default false not null;
