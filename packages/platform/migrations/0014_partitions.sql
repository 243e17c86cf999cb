-- What grows with time is kept in partitions of time, and goes by dropping one, not by deleting rows: events, deliveries
-- with their tries, progress, hourly looks of monitors, and what scans found. Identifiers sort by time, so most are cut by
-- them. What scans found is cut by how long the organisation's plan keeps it first: that is settled when the scan ends.
-- Each has a partition for the rest (`…_rest`): what no other is made for is never refused. src/db/partitions.ts makes
-- partitions ahead and says when each goes.

-- How many days the results of a scan are kept, as it was settled when it ended; 0 is for ever.
ALTER TABLE scans ADD COLUMN kept_days smallint CHECK (kept_days >= 0);

-- Row-level security of a partition is its table's. Only the system's role gets at a partition itself.
CREATE FUNCTION secure_partition(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format(
    'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
    name);
  EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_system', name);
END $$;
REVOKE EXECUTE ON FUNCTION secure_partition(text) FROM PUBLIC;

-- Making and dropping tables is their owner's: these two do it for housekeeping, and for nobody else.
--
-- Attached, not made in place, so that nobody who reads or writes has to wait for long; what the rest holds of this span
-- moves over.
CREATE FUNCTION make_partition(parent text, name text, lower text, upper text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  key text;
  rest text := parent || '_rest';
BEGIN
  -- Whoever makes it at the same moment has made it.
  PERFORM pg_advisory_xact_lock(hashtextextended('make_partition', 0));
  IF to_regclass(format('public.%I', name)) IS NOT NULL THEN RETURN; END IF;
  SELECT attname INTO STRICT key FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0]
    WHERE partrelid = format('public.%I', parent)::regclass AND partstrat = 'r';
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
  -- Its owner is under row-level security too, which would hide the rows.
  EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', rest);
  EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
    rest, key, lower, key, upper, name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', rest);
  PERFORM secure_partition(name);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, lower, upper);
END $$;
REVOKE EXECUTE ON FUNCTION make_partition(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_partition(text, text, text, text) TO lasthash_system;

CREATE FUNCTION drop_partition(name text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM pg_class WHERE oid = format('public.%I', name)::regclass AND relispartition AND relkind = 'r'
    AND pg_get_expr(relpartbound, oid) LIKE 'FOR VALUES FROM %';
  IF NOT FOUND THEN RAISE EXCEPTION '% is no partition of time', name; END IF;
  EXECUTE format('DROP TABLE %I', name);
END $$;
REVOKE EXECUTE ON FUNCTION drop_partition(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_partition(text) TO lasthash_system;

-- The old tables step aside, with their indexes' and constraints' names.
DO $$
DECLARE
  old text;
  item record;
BEGIN
  FOREACH old IN ARRAY ARRAY['delivery_attempts', 'deliveries', 'events', 'scan_progress', 'scan_findings', 'scan_details', 'monitor_hours'] LOOP
    FOR item IN SELECT conname FROM pg_constraint WHERE conrelid = old::regclass LOOP
      EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', old, item.conname, 'old_' || item.conname);
    END LOOP;
    FOR item IN SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = old::regclass
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND conrelid = old::regclass) LOOP
      EXECUTE format('ALTER INDEX %I RENAME TO %I', item.name, 'old_' || item.name);
    END LOOP;
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', old);
    EXECUTE format('ALTER TABLE %I RENAME TO %I', old, 'old_' || old);
  END LOOP;
  -- So that everything is seen below, whoever migrates.
  ALTER TABLE organizations NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE scans NO FORCE ROW LEVEL SECURITY;
END $$;

CREATE TABLE events (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  type text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (id);
CREATE INDEX events_by_organization ON events (organization_id, id DESC);
CREATE INDEX events_by_type ON events (organization_id, type, id DESC);

-- A delivery's id begins with its event's moment: both go together. No foreign key joins the two, for a partition that is
-- referred to could not be dropped without a look at every row.
CREATE TABLE deliveries (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL,
  webhook_id text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  event_id text COLLATE "C" NOT NULL,
  event_type text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed')),
  attempt_count smallint NOT NULL DEFAULT 0,
  -- When it is to be tried; while a worker tries it, when that worker counts as dead.
  next_attempt_at timestamptz DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
) PARTITION BY RANGE (id);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE status = 'pending';
-- Led by the webhook, so that it also serves the webhook's removal.
CREATE INDEX deliveries_by_webhook ON deliveries (webhook_id, id DESC);

CREATE TABLE delivery_attempts (
  delivery_id text COLLATE "C" NOT NULL,
  number smallint NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  webhook_id text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  attempted_at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  request jsonb NOT NULL,
  -- Null when nothing was answered.
  response jsonb,
  error text,
  PRIMARY KEY (delivery_id, number)
) PARTITION BY RANGE (delivery_id);
CREATE INDEX delivery_attempts_by_webhook ON delivery_attempts (webhook_id);

-- Progress as it happens, for Server-Sent Events; `seq` is the event's id within its scan.
CREATE TABLE scan_progress (
  scan_id text COLLATE "C" NOT NULL REFERENCES scans ON DELETE CASCADE,
  seq integer NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scan_id, seq)
) PARTITION BY RANGE (scan_id);

CREATE TABLE monitor_hours (
  monitor_id text COLLATE "C" NOT NULL REFERENCES monitors ON DELETE CASCADE,
  hour timestamptz NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  up integer NOT NULL DEFAULT 0,
  down integer NOT NULL DEFAULT 0,
  unknown integer NOT NULL DEFAULT 0,
  -- How often each class of response times was seen: histograms add up over hours, percentiles do not.
  response_times jsonb NOT NULL,
  PRIMARY KEY (monitor_id, hour)
) PARTITION BY RANGE (hour);

-- Coverage: read rarely and large, so kept out of the hot table.
CREATE TABLE scan_details (
  scan_id text COLLATE "C" NOT NULL REFERENCES scans ON DELETE CASCADE,
  kept_days smallint NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  coverage jsonb NOT NULL,
  PRIMARY KEY (scan_id, kept_days)
) PARTITION BY LIST (kept_days);

-- What one scan saw of one vulnerability. `detail` is the finding as the engine published it, its proof included. What the
-- last scan saw of a vulnerability outlives its partition: it moves to those that are kept (0 days).
CREATE TABLE scan_findings (
  scan_id text COLLATE "C" NOT NULL REFERENCES scans ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  kept_days smallint NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  detected_at timestamptz NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (scan_id, vulnerability_id, kept_days)
) PARTITION BY LIST (kept_days);
CREATE INDEX scan_findings_by_vulnerability ON scan_findings (vulnerability_id);

DO $$
DECLARE
  wide record;
  parent text;
  days int;
BEGIN
  -- Large values are compressed by the server (TOAST): by LZ4 where it was built with it.
  IF (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression') THEN
    FOR wide IN SELECT * FROM (VALUES ('events', 'data'), ('delivery_attempts', 'request'), ('delivery_attempts', 'response'),
      ('scan_progress', 'data'), ('scan_details', 'coverage'), ('scan_findings', 'detail')) AS wide (name, attribute) LOOP
      EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET COMPRESSION lz4', wide.name, wide.attribute);
    END LOOP;
  END IF;
  FOREACH parent IN ARRAY ARRAY['scan_details', 'scan_findings'] LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES IN (0)', parent || '_kept', parent);
    PERFORM secure_partition(parent || '_kept');
    FOREACH days IN ARRAY ARRAY[30, 90, 400, 1100] LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES IN (%s) PARTITION BY RANGE (scan_id)', parent || '_' || days, parent, days);
      PERFORM secure_partition(parent || '_' || days);
    END LOOP;
  END LOOP;
  FOREACH parent IN ARRAY ARRAY['events', 'deliveries', 'delivery_attempts', 'scan_progress', 'monitor_hours',
    'scan_details_30', 'scan_details_90', 'scan_details_400', 'scan_details_1100',
    'scan_findings_30', 'scan_findings_90', 'scan_findings_400', 'scan_findings_1100'] LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', parent || '_rest', parent);
    PERFORM secure_partition(parent || '_rest');
  END LOOP;
END $$;

-- What is there moves over: at first to the rest, from which housekeeping takes it into partitions of time.
UPDATE scans SET kept_days = CASE
    -- The examples of test mode are there for ever.
    WHEN o.test AND scans.completed_at < '2025-01-01' THEN 0
    WHEN o.plan = 'starter' THEN 30 WHEN o.plan = 'pro' THEN 90 WHEN o.plan = 'business' THEN 400 ELSE 1100 END
  FROM organizations o WHERE o.id = scans.organization_id AND scans.status = 'done';
INSERT INTO events SELECT id, organization_id, type, data, created_at FROM old_events;
INSERT INTO deliveries SELECT id, organization_id, webhook_id, event_id, event_type, status, attempt_count, next_attempt_at,
  created_at, completed_at FROM old_deliveries;
INSERT INTO delivery_attempts SELECT a.delivery_id, a.number, a.organization_id, d.webhook_id, a.attempted_at, a.duration_ms,
  a.request, a.response, a.error FROM old_delivery_attempts a JOIN old_deliveries d ON d.id = a.delivery_id;
INSERT INTO scan_progress SELECT scan_id, seq, organization_id, type, data, created_at FROM old_scan_progress;
INSERT INTO monitor_hours SELECT monitor_id, hour, organization_id, up, down, unknown, response_times FROM old_monitor_hours;
-- A scan with results is done; one whose end was not told apart counts as one that is kept.
INSERT INTO scan_details SELECT d.scan_id, coalesce(s.kept_days, 0), d.organization_id, d.coverage
  FROM old_scan_details d JOIN scans s ON s.id = d.scan_id;
INSERT INTO scan_findings SELECT f.scan_id, f.vulnerability_id, coalesce(s.kept_days, 0), f.organization_id, f.detected_at, f.detail
  FROM old_scan_findings f JOIN scans s ON s.id = f.scan_id;

DROP TABLE old_delivery_attempts, old_deliveries, old_events, old_scan_progress, old_monitor_hours, old_scan_details, old_scan_findings;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
ALTER TABLE scans FORCE ROW LEVEL SECURITY;

-- Only now, for the tables' owner is under it too. The service's role reads and writes through them.
DO $$
DECLARE
  parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['events', 'deliveries', 'delivery_attempts', 'scan_progress', 'monitor_hours', 'scan_details', 'scan_findings'] LOOP
    PERFORM secure_partition(parent);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app', parent);
  END LOOP;
END $$;

-- Removing a website looks for what is its own by the website alone: indexes that begin with it serve that and the lists.
DROP INDEX scans_by_website;
CREATE INDEX scans_by_website ON scans (website_id, id DESC);
DROP INDEX vulnerabilities_by_website;
CREATE INDEX vulnerabilities_by_website ON vulnerabilities (website_id, id DESC);
DROP INDEX monitors_by_website;
CREATE INDEX monitors_by_website ON monitors (website_id, id DESC);
DROP INDEX alerts_by_website;
CREATE INDEX alerts_by_website ON alerts (website_id, id DESC);
DROP INDEX vulnerability_comments_by_vulnerability;
CREATE INDEX vulnerability_comments_by_vulnerability ON vulnerability_comments (vulnerability_id, id DESC);
DROP INDEX vulnerability_changes_by_vulnerability;
CREATE INDEX vulnerability_changes_by_vulnerability ON vulnerability_changes (vulnerability_id, id DESC);
