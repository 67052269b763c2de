-- How many answers of the customer the case awaits: its clocks go on only with the last of them.
alter table service_case add column pauses integer default 0 not null;
update service_case set pauses = 1
where closed_at is null
  and (status = 'WAITING_FOR_CUSTOMER'
       or exists (select 1 from case_deadline d
                  where d.case_number = service_case.case_number and d.paused_at is not null));
