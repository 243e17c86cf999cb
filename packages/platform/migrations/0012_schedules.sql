-- Scans that begin by themselves. Either `cron` or `every` says when; times of day are in `time_zone`.
CREATE TABLE schedules (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  cron text,
  every text CHECK (every IN ('hourly', 'daily', 'weekly', 'monthly')),
  time_zone text NOT NULL,
  scan_type text NOT NULL CHECK (scan_type IN ('quick', 'full', 'active')),
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
  -- HH:MM; the end is outside, and before the beginning where the window spans midnight.
  window_from text,
  window_to text,
  jitter integer NOT NULL DEFAULT 0 CHECK (jitter >= 0),
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text,
  -- Null when switched off. What is in the past is due, once, however long ago it was.
  next_run_at timestamptz,
  last_run_at timestamptz,
  last_scan_id text COLLATE "C",
  consecutive_failures integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((cron IS NULL) <> (every IS NULL)),
  CHECK ((window_from IS NULL) = (window_to IS NULL)),
  CHECK (enabled = (next_run_at IS NOT NULL))
);
CREATE INDEX schedules_by_organization ON schedules (organization_id, id DESC);
CREATE INDEX schedules_by_website ON schedules (website_id, id DESC);
CREATE INDEX schedules_due ON schedules (next_run_at) WHERE next_run_at IS NOT NULL;

ALTER TABLE schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON schedules TO lasthash_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY every_organization ON schedules TO lasthash_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON schedules TO lasthash_app, lasthash_system;

-- Which schedule began a scan; the id stays when the schedule is deleted.
ALTER TABLE scans ADD COLUMN schedule_id text COLLATE "C";
CREATE INDEX scans_by_schedule ON scans (organization_id, schedule_id, id DESC) WHERE schedule_id IS NOT NULL;
