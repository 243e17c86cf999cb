-- One row about the installation as a whole. The check value tells a replica that was started with another secret, which
-- would refuse every API key and open no webhook's secret.
CREATE TABLE installation (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  secret_check bytea NOT NULL,
  default_organization_id text COLLATE "C" NOT NULL REFERENCES organizations,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE installation FORCE ROW LEVEL SECURITY;
CREATE POLICY every_organization ON installation TO lasthash_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON installation TO lasthash_system;
