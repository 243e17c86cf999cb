-- What makes a scan fail: one object for pipelines, alerts and tickets.
CREATE TABLE policies (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  fail_when jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX policies_by_organization ON policies (organization_id, id DESC);

ALTER TABLE policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE policies FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON policies TO lasthash_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY every_organization ON policies TO lasthash_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON policies TO lasthash_app, lasthash_system;

-- Which policy judges a scan, and how it was judged; the id stays when the policy is deleted.
ALTER TABLE scans ADD COLUMN policy_id text COLLATE "C", ADD COLUMN gate jsonb;
