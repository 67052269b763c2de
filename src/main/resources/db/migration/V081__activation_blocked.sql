-- Whether billing wanted a person to look at the order first when it was last looked up.
alter table plan_order add column blocked boolean not null default false;
