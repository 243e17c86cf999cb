-- What is due, endpoint by endpoint: however much waits for a slow one, the others' is found beside it.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries (webhook_id, next_attempt_at) WHERE status = 'pending';
