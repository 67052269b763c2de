create index payment_deferral_by_customer on payment_deferral (customer_id);
create index payment_deferral_by_payer on payment_deferral (invoice_customer);
create index deferral_claim_by_customer on deferral_claim (customer_id);
