create index product_registration_by_customer on product_registration (customer_id);
