-- When the carrier took over what a transport carries. Of transports from before it is not known: they count as under way.
alter table case_commitment add column left_at timestamp with time zone;
update case_commitment set left_at = made_at where kind in ('PICK_UP', 'RETURN', 'DELIVERY', 'LOANER');
