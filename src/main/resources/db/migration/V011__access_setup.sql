-- What the first start has set up in the engine. Each step is done once, whichever node comes first; what
-- administrators change afterwards stays as they made it.
create table access_setup (
  step    varchar(100) primary key,
  done_at timestamp with time zone not null
);
