-- What is looked at again and again, and what is wrong with it now.
CREATE TABLE monitors (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('uptime', 'certificate', 'dns', 'content', 'scripts', 'headers', 'score')),
  interval_seconds integer NOT NULL CHECK (interval_seconds >= 30),
  thresholds jsonb NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'up', 'degraded', 'down', 'unknown')),
  fault text CHECK (fault IN ('target', 'network', 'us')),
  detail text,
  -- What the last look showed, and what later looks are held against.
  reading jsonb,
  baseline jsonb,
  -- Causes that the last look showed for the first time: the next one, seconds later, decides.
  suspected text[] NOT NULL DEFAULT '{}',
  -- Causes that an alarm was raised for, and that have not gone since.
  standing text[] NOT NULL DEFAULT '{}',
  checked_at timestamptz,
  status_changed_at timestamptz,
  -- When it is to be looked at; while a worker looks, when that worker counts as dead.
  next_check_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX monitors_by_organization ON monitors (organization_id, id DESC);
CREATE INDEX monitors_by_website ON monitors (organization_id, website_id, id DESC);
CREATE INDEX monitors_due ON monitors (next_check_at) WHERE enabled;

-- One row for each monitor and hour: looks are counted, not kept.
CREATE TABLE monitor_hours (
  monitor_id text COLLATE "C" NOT NULL REFERENCES monitors ON DELETE CASCADE,
  hour timestamptz NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  up integer NOT NULL DEFAULT 0,
  down integer NOT NULL DEFAULT 0,
  unknown integer NOT NULL DEFAULT 0,
  -- How often each class of response times was seen: histograms add up over hours, percentiles do not.
  response_times jsonb NOT NULL,
  PRIMARY KEY (monitor_id, hour)
);
CREATE INDEX monitor_hours_by_age ON monitor_hours (hour);

-- One open alert for each cause and website, however many monitors see it.
CREATE TABLE alerts (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  monitor_id text COLLATE "C" REFERENCES monitors ON DELETE SET NULL,
  cause text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'acknowledged', 'resolved')),
  summary text NOT NULL,
  data jsonb NOT NULL,
  occurrences integer NOT NULL DEFAULT 1,
  last_seen_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  resolved_at timestamptz,
  -- The id of a key, or `recovery`.
  resolved_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX alerts_one_per_cause ON alerts (organization_id, website_id, cause) WHERE status <> 'resolved';
CREATE INDEX alerts_by_organization ON alerts (organization_id, id DESC);
CREATE INDEX alerts_by_status ON alerts (organization_id, status, id DESC);
CREATE INDEX alerts_by_website ON alerts (organization_id, website_id, id DESC);
CREATE INDEX alerts_by_monitor ON alerts (monitor_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['monitors', 'monitor_hours', 'alerts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;
