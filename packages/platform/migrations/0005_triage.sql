-- What people decide about a vulnerability: accepted, or held to be false, by whom, why, until when; whom it is given to.
ALTER TABLE vulnerabilities
  ADD COLUMN status_reason text,
  ADD COLUMN status_author text,
  ADD COLUMN status_changed_at timestamptz,
  ADD COLUMN status_expires_at timestamptz,
  -- How bad it was when it was decided: when it is worse, the decision no longer holds.
  ADD COLUMN decided_severity text,
  ADD COLUMN assignee text;

CREATE INDEX vulnerabilities_expiring ON vulnerabilities (status_expires_at) WHERE status_expires_at IS NOT NULL;

CREATE TABLE vulnerability_comments (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  author text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX vulnerability_comments_by_vulnerability ON vulnerability_comments (organization_id, vulnerability_id, id DESC);

-- Every change of state or assignee, by people, scans and time. Only added to.
CREATE TABLE vulnerability_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  field text NOT NULL CHECK (field IN ('status', 'assignee')),
  before text,
  after text,
  reason text,
  -- The id of a key or a scan, or `expiry`.
  author text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX vulnerability_changes_by_vulnerability ON vulnerability_changes (organization_id, vulnerability_id, id DESC);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['vulnerability_comments', 'vulnerability_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;
