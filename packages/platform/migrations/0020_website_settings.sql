-- How a website is to be scanned. `settings` is what the API shows: what must not be shown again is marked in it, and stands
-- in `settings_secret`, all of it, encrypted under the installation's secret.
ALTER TABLE websites
  ADD COLUMN criticality text NOT NULL DEFAULT 'medium' CHECK (criticality IN ('low', 'medium', 'high', 'critical')),
  ADD COLUMN group_ids text[] NOT NULL DEFAULT '{}',
  ADD COLUMN settings jsonb,
  ADD COLUMN settings_secret bytea;

CREATE TABLE website_groups (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, name)
);
CREATE INDEX website_groups_by_organization ON website_groups (organization_id, id DESC);

-- Lists by each of these; a group is the organisation's own, a tag may be any word.
CREATE INDEX websites_by_group ON websites USING gin (group_ids);
CREATE INDEX websites_by_tag ON websites USING gin (tags);
CREATE INDEX websites_by_grade ON websites (organization_id, grade, id DESC);
CREATE INDEX websites_by_criticality ON websites (organization_id, criticality, id DESC);
CREATE INDEX websites_by_score ON websites (organization_id, security_score);

-- A scan outside the hours in which its website may be scanned waits until then.
ALTER TABLE scans ADD COLUMN not_before timestamptz;
CREATE INDEX scans_not_yet ON scans (not_before) WHERE status = 'queued' AND not_before IS NOT NULL;

-- Which scan changed what, for the history of scores.
CREATE INDEX vulnerability_changes_by_author ON vulnerability_changes (organization_id, author);
CREATE INDEX vulnerabilities_by_first_scan ON vulnerabilities (organization_id, first_scan_id);

-- Where the crawl of a running scan is, so that another worker can go on with it when this one dies. Compressed JSON.
CREATE TABLE scan_checkpoints (
  scan_id text COLLATE "C" PRIMARY KEY REFERENCES scans ON DELETE CASCADE,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  checkpoint bytea NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['website_groups', 'scan_checkpoints'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;
