-- Malware and the registration of domains are watched, too.
ALTER TABLE monitors DROP CONSTRAINT monitors_kind_check,
  ADD CONSTRAINT monitors_kind_check
    CHECK (kind IN ('uptime', 'certificate', 'dns', 'content', 'scripts', 'headers', 'score', 'malware', 'domain'));

-- When some worker last took what was due: whoever finds that long ago knows that monitoring has stopped.
ALTER TABLE installation ADD COLUMN monitored_at timestamptz;
-- That it has stopped is one alert of an organisation, whichever website waits.
CREATE UNIQUE INDEX alerts_one_watchdog ON alerts (organization_id) WHERE cause = 'monitoring_stopped' AND status <> 'resolved';

-- The same as monitor_hours by the day, UTC: few enough to be kept for as long as the monitor.
CREATE TABLE monitor_days (
  monitor_id text COLLATE "C" NOT NULL REFERENCES monitors ON DELETE CASCADE,
  day date NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  up integer NOT NULL DEFAULT 0,
  down integer NOT NULL DEFAULT 0,
  unknown integer NOT NULL DEFAULT 0,
  response_times jsonb NOT NULL,
  PRIMARY KEY (monitor_id, day)
);
ALTER TABLE monitor_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON monitor_days TO lasthash_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY every_organization ON monitor_days TO lasthash_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON monitor_days TO lasthash_app, lasthash_system;

-- Of the hours that are there. Whoever migrates may be under row-level security, which would hide them.
ALTER TABLE monitor_hours NO FORCE ROW LEVEL SECURITY;
WITH hours AS (
  SELECT *, (hour AT TIME ZONE 'UTC')::date AS day FROM monitor_hours
), classes AS (
  SELECT monitor_id, day, class, sum(count::int) AS seen
  FROM hours CROSS JOIN jsonb_each_text(response_times) AS times (class, count) GROUP BY monitor_id, day, class
), times AS (
  SELECT monitor_id, day, jsonb_object_agg(class, seen) AS response_times FROM classes GROUP BY monitor_id, day
)
INSERT INTO monitor_days (monitor_id, day, organization_id, up, down, unknown, response_times)
SELECT monitor_id, day, min(organization_id), sum(up), sum(down), sum(unknown),
  coalesce((SELECT times.response_times FROM times WHERE times.monitor_id = hours.monitor_id AND times.day = hours.day), '{}')
FROM hours GROUP BY monitor_id, day;
ALTER TABLE monitor_hours FORCE ROW LEVEL SECURITY;
ALTER TABLE monitor_days FORCE ROW LEVEL SECURITY;
