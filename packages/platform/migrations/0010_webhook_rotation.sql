-- After a rotation both secrets sign for a while, so that a receiver can change over without missing a delivery.
ALTER TABLE webhooks
  ADD COLUMN previous_secret bytea,
  ADD COLUMN previous_secret_expires_at timestamptz;
