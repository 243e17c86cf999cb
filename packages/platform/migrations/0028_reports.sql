-- Reports: what they are of, who makes them, and the file (in blobs, under `reports/<id>/<attempt>`). The table is its own
-- queue, as that of verifications is: a report and its place in the queue are one row.
CREATE TABLE report_schedules (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  cron text,
  every text CHECK (every IN ('hourly', 'daily', 'weekly', 'monthly')),
  time_zone text NOT NULL,
  -- What each report is of and how it is made, as a body of POST /v1/reports but for its format.
  report jsonb NOT NULL,
  formats text[] NOT NULL,
  message text NOT NULL DEFAULT '',
  attach boolean NOT NULL DEFAULT true,
  -- How long links in mails live.
  link_days integer NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text,
  next_run_at timestamptz,
  last_run_at timestamptz,
  last_run_id text COLLATE "C",
  consecutive_failures integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((cron IS NULL) <> (every IS NULL))
);
CREATE INDEX report_schedules_by_organization ON report_schedules (organization_id, id DESC);
CREATE INDEX report_schedules_due ON report_schedules (next_run_at) WHERE next_run_at IS NOT NULL;

-- Whom a schedule mails. Rows of those who were taken off stay, so that who has unsubscribed is not mailed when put on again.
CREATE TABLE report_recipients (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  report_schedule_id text COLLATE "C" NOT NULL REFERENCES report_schedules ON DELETE CASCADE,
  address text NOT NULL,
  position integer NOT NULL,
  listed boolean NOT NULL DEFAULT true,
  unsubscribed_at timestamptz,
  bounced_at timestamptz,
  bounce_reason text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- Of the whole address: few servers mind the case of what stands before the @, and no person has two that differ by it.
CREATE UNIQUE INDEX report_recipients_by_address ON report_recipients (report_schedule_id, lower(address));

-- One time that a schedule came due, or was told to send: its reports, then its mails.
CREATE TABLE report_runs (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  report_schedule_id text COLLATE "C" NOT NULL REFERENCES report_schedules ON DELETE CASCADE,
  trigger text NOT NULL CHECK (trigger IN ('schedule', 'request')),
  status text NOT NULL DEFAULT 'making' CHECK (status IN ('making', 'sending', 'done', 'failed')),
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);
CREATE INDEX report_runs_by_schedule ON report_runs (report_schedule_id, id DESC);
CREATE INDEX report_runs_by_age ON report_runs (created_at);

CREATE TABLE reports (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  report_schedule_id text COLLATE "C",
  run_id text COLLATE "C",
  kind text NOT NULL CHECK (kind IN ('executive', 'technical', 'compliance', 'comparison', 'portfolio')),
  format text NOT NULL CHECK (format IN ('pdf', 'html', 'json', 'csv', 'sarif')),
  language text NOT NULL,
  title text,
  -- What it is of; all null: everything that the organisation has.
  website_id text COLLATE "C",
  scan_id text COLLATE "C",
  baseline_scan_id text COLLATE "C",
  group_id text COLLATE "C",
  tag text,
  framework text,
  filter jsonb NOT NULL,
  period_days integer NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  leased_until timestamptz,
  -- Of a report that is done.
  blob_key text,
  content_type text,
  extension text,
  size bigint,
  sha256 text,
  summary jsonb,
  -- Of one that failed.
  error jsonb,
  kept_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz
);
CREATE INDEX reports_by_organization ON reports (organization_id, id DESC);
CREATE INDEX reports_by_website ON reports (organization_id, website_id, id DESC) WHERE website_id IS NOT NULL;
CREATE INDEX reports_by_schedule ON reports (report_schedule_id, id DESC) WHERE report_schedule_id IS NOT NULL;
CREATE INDEX reports_by_run ON reports (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX reports_waiting ON reports (organization_id, id) WHERE status IN ('queued', 'running');
CREATE INDEX reports_by_end ON reports (kept_until);

-- Who has the address may have the file, until it expires or is revoked. The address is signed and not stored.
CREATE TABLE report_links (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  report_id text COLLATE "C" NOT NULL REFERENCES reports ON DELETE CASCADE,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  used_count integer NOT NULL DEFAULT 0,
  last_used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX report_links_by_report ON report_links (report_id, id DESC);

-- Mail that is owed, one row for each recipient of a run.
CREATE TABLE report_deliveries (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  report_schedule_id text COLLATE "C" NOT NULL REFERENCES report_schedules ON DELETE CASCADE,
  run_id text COLLATE "C" NOT NULL REFERENCES report_runs ON DELETE CASCADE,
  recipient_id text COLLATE "C" NOT NULL REFERENCES report_recipients ON DELETE CASCADE,
  address text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'failed', 'bounced', 'skipped')),
  -- Whether the files go with the mail, or links to them.
  attached boolean NOT NULL,
  attempt_count integer NOT NULL DEFAULT 0,
  -- When it is to be tried; while a worker tries it, when that worker counts as dead.
  next_attempt_at timestamptz DEFAULT now(),
  -- Since when the mail server may have all of the mail: whoever finds this set knows not whether it went out.
  handed_in_at timestamptz,
  -- What the mail server said last.
  answer text,
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);
CREATE UNIQUE INDEX report_deliveries_once ON report_deliveries (run_id, recipient_id);
CREATE INDEX report_deliveries_by_schedule ON report_deliveries (report_schedule_id, id DESC);
CREATE INDEX report_deliveries_due ON report_deliveries (next_attempt_at) WHERE status = 'pending';

SELECT secure_partition('report_schedules'), secure_partition('report_recipients'), secure_partition('report_runs'),
  secure_partition('reports'), secure_partition('report_links'), secure_partition('report_deliveries');
GRANT SELECT, INSERT, UPDATE, DELETE
  ON report_schedules, report_recipients, report_runs, reports, report_links, report_deliveries TO lasthash_app;

-- Who follows a link, unsubscribes, or tells of mail that came back, has an identifier that we signed and no key: whose it is,
-- is found by the identifier alone. An organisation that is suspended has none.
CREATE FUNCTION find_report_owner(wanted text) RETURNS TABLE (organization_id text) LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT o.id FROM organizations o JOIN (
      SELECT l.organization_id FROM report_links l WHERE l.id = wanted
      UNION ALL SELECT r.organization_id FROM report_recipients r WHERE r.id = wanted
      UNION ALL SELECT d.organization_id FROM report_deliveries d WHERE d.id = wanted
    ) AS owner ON owner.organization_id = o.id WHERE o.suspended_at IS NULL;
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION find_report_owner(text) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION find_report_owner(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_report_owner(text) TO lasthash_app;
