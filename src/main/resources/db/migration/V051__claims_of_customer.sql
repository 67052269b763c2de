create index warranty_claim_by_customer on warranty_claim (customer_id);
