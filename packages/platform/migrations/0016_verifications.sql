-- One vulnerability looked at again, by its check alone. A row is a job, too: workers take what waits, oldest first.
CREATE TABLE verifications (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done')),
  result text CHECK (result IN ('still_there', 'fixed', 'not_tested')),
  -- Why it could not be tested.
  reason text,
  -- The id of a key.
  requested_by text NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  -- While a worker is at it: when that worker counts as dead.
  leased_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz,
  CHECK ((status = 'done') = (result IS NOT NULL))
);
CREATE INDEX verifications_by_vulnerability ON verifications (organization_id, vulnerability_id, id DESC);
CREATE INDEX verifications_by_website ON verifications (website_id);
-- One at a time for each vulnerability: who asks again meanwhile waits for the same.
CREATE UNIQUE INDEX verifications_one_at_a_time ON verifications (vulnerability_id) WHERE status <> 'done';
CREATE INDEX verifications_waiting ON verifications (organization_id, id) WHERE status <> 'done';

-- How a vulnerability looks where that is newer than what the last scan saw: after a verification, a merge or a split. The
-- next scan that sees it removes the row.
CREATE TABLE vulnerability_sightings (
  vulnerability_id text COLLATE "C" PRIMARY KEY REFERENCES vulnerabilities ON DELETE CASCADE,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  detected_at timestamptz NOT NULL,
  detail jsonb NOT NULL
);

ALTER TABLE vulnerabilities
  -- A duplicate of another one, whose fingerprint this one's stands for in later scans. Its status is `merged` then.
  ADD COLUMN merged_into text COLLATE "C" REFERENCES vulnerabilities ON DELETE CASCADE,
  -- Some of another one's places, set apart: those whose path begins with `split_path`.
  ADD COLUMN split_from text COLLATE "C" REFERENCES vulnerabilities ON DELETE CASCADE,
  ADD COLUMN split_path text,
  -- CISA lists a flaw of it as exploited.
  ADD COLUMN known_exploited boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT vulnerabilities_status_check,
  ADD CONSTRAINT vulnerabilities_status_check
    CHECK (status IN ('open', 'fixed', 'reopened', 'accepted_risk', 'false_positive', 'merged')),
  ADD CONSTRAINT vulnerabilities_merged CHECK ((status = 'merged') = (merged_into IS NOT NULL)),
  ADD CONSTRAINT vulnerabilities_split CHECK ((split_from IS NULL) = (split_path IS NULL));

ALTER TABLE vulnerability_changes
  DROP CONSTRAINT vulnerability_changes_field_check,
  ADD CONSTRAINT vulnerability_changes_field_check CHECK (field IN ('status', 'assignee', 'merged_into', 'places'));

-- Each filter of the list by an index that gives the newest first.
CREATE INDEX vulnerabilities_by_check ON vulnerabilities (organization_id, "check", id DESC);
CREATE INDEX vulnerabilities_by_type ON vulnerabilities (organization_id, type, id DESC);
CREATE INDEX vulnerabilities_by_confidence ON vulnerabilities (organization_id, confidence, id DESC);
CREATE INDEX vulnerabilities_by_cve ON vulnerabilities (organization_id, cve, id DESC) WHERE cve IS NOT NULL;
CREATE INDEX vulnerabilities_by_assignee ON vulnerabilities (organization_id, assignee, id DESC) WHERE assignee IS NOT NULL;
CREATE INDEX vulnerabilities_exploited ON vulnerabilities (organization_id, id DESC) WHERE known_exploited;
CREATE INDEX vulnerabilities_merged_into ON vulnerabilities (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX vulnerabilities_split_from ON vulnerabilities (split_from) WHERE split_from IS NOT NULL;

UPDATE vulnerabilities SET known_exploited = true
FROM scan_findings f
WHERE f.scan_id = last_scan_id AND f.vulnerability_id = vulnerabilities.id
  AND jsonb_path_exists(f.detail, '$.advisories[*].exploited_since ? (@ != null)');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['verifications', 'vulnerability_sightings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;
