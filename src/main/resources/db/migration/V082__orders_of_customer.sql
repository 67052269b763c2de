create index plan_order_by_customer on plan_order (customer_id);
