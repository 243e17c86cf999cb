-- Ownership of a website, shown by publishing a token. `verified_at` is null until it was seen, and again once it has been
-- missing for three days.
ALTER TABLE websites
  ADD COLUMN verification_token text,
  ADD COLUMN verification_method text CHECK (verification_method IN ('dns', 'file', 'meta')),
  ADD COLUMN verified_at timestamptz,
  ADD COLUMN verification_checked_at timestamptz,
  ADD COLUMN verification_failing_since timestamptz,
  ADD COLUMN verification_failure text;

-- Those that are to be looked at again, longest unseen first.
CREATE INDEX websites_to_verify ON websites (verification_checked_at) WHERE verified_at IS NOT NULL;
