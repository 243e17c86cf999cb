-- Every change through the API: who, what, from where, before and after. Each entry's hash covers the one before it, so
-- that what was changed or removed later is found (scripts/verify-audit.ts). Nobody may change or remove an entry: an
-- organisation's go when it goes.
CREATE TABLE audit_log (
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- 1, 2, 3, … within the organisation, without a gap.
  sequence bigint NOT NULL CHECK (sequence > 0),
  -- Never before the entry before it.
  created_at timestamptz NOT NULL,
  key_id text NOT NULL,
  address inet NOT NULL,
  request_id text NOT NULL,
  operation text NOT NULL,
  object_id text COLLATE "C",
  before jsonb,
  after jsonb,
  -- SHA-256 of the previous entry's hash and of this one.
  hash bytea NOT NULL,
  -- HMAC of the hash under the installation's secret: whoever has only the database cannot make a chain of their own.
  seal bytea NOT NULL,
  PRIMARY KEY (organization_id, sequence)
);
CREATE INDEX audit_log_by_time ON audit_log (organization_id, created_at, sequence);
CREATE INDEX audit_log_by_key ON audit_log (organization_id, key_id, sequence DESC);
CREATE INDEX audit_log_by_operation ON audit_log (organization_id, operation, sequence DESC);
CREATE INDEX audit_log_by_object ON audit_log (organization_id, object_id, sequence DESC);

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON audit_log TO lasthash_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY every_organization ON audit_log TO lasthash_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_log TO lasthash_app, lasthash_system;

-- Entries of one organisation are written one after the other: waits for the transaction that writes one now, and gives the
-- last. The function's second statement has a snapshot of its own, so it sees what was waited for.
CREATE FUNCTION lock_audit_log() RETURNS TABLE (sequence bigint, created_at timestamptz, hash bytea)
  LANGUAGE plpgsql VOLATILE AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit_log ' || current_organization(), 0));
    RETURN QUERY SELECT a.sequence, a.created_at, a.hash FROM audit_log a
      WHERE a.organization_id = current_organization() ORDER BY a.sequence DESC LIMIT 1;
  END $$;
