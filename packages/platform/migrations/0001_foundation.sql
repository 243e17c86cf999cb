-- Every table of an organisation carries organization_id, and row-level security keeps the service's own role
-- (lasthash_app) to the organisation that the transaction names in `lasthash.organization_id`. lasthash_system, for
-- jobs, the outbox and housekeeping, sees all organisations. Identifiers sort by time: collation "C" keeps that order.

CREATE FUNCTION current_organization() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('lasthash.organization_id', true), '');

CREATE TABLE organizations (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  plan text NOT NULL CHECK (plan IN ('starter', 'pro', 'business', 'enterprise')),
  -- Null: the plan's own.
  requests_per_minute integer CHECK (requests_per_minute > 0),
  concurrent_scans integer CHECK (concurrent_scans > 0),
  allowed_origins text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_keys (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  -- HMAC-SHA-256 of the key under the installation's secret: a leaked table opens nothing.
  hash bytea NOT NULL UNIQUE,
  prefix text NOT NULL,
  last_four text NOT NULL,
  scopes text[] NOT NULL,
  allowed_cidrs cidr[] NOT NULL DEFAULT '{}',
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_address inet,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX api_keys_by_organization ON api_keys (organization_id, id DESC);

CREATE TABLE websites (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  url text NOT NULL,
  -- Scheme, host and port, normalised: what makes a website one website.
  origin text NOT NULL,
  name text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  latest_scan_id text COLLATE "C",
  security_score smallint,
  grade text,
  score_version smallint,
  -- Kept, not computed: open vulnerabilities by severity.
  open_critical integer NOT NULL DEFAULT 0,
  open_high integer NOT NULL DEFAULT 0,
  open_medium integer NOT NULL DEFAULT 0,
  open_low integer NOT NULL DEFAULT 0,
  open_info integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, origin)
);
CREATE INDEX websites_by_organization ON websites (organization_id, id DESC);

CREATE TABLE scans (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  url text NOT NULL,
  scan_type text NOT NULL CHECK (scan_type IN ('quick', 'full', 'active')),
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
  -- The same as a number, so that an index can order by it: higher is sooner.
  urgency smallint NOT NULL GENERATED ALWAYS AS (CASE priority WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END) STORED,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'canceled')),
  attempts smallint NOT NULL DEFAULT 0,
  security_score smallint,
  grade text,
  score_version smallint,
  score_cap jsonb,
  critical integer NOT NULL DEFAULT 0,
  high integer NOT NULL DEFAULT 0,
  medium integer NOT NULL DEFAULT 0,
  low integer NOT NULL DEFAULT 0,
  info integer NOT NULL DEFAULT 0,
  duration_ms integer,
  error jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz
);
CREATE INDEX scans_by_organization ON scans (organization_id, id DESC);
CREATE INDEX scans_by_website ON scans (organization_id, website_id, id DESC);
CREATE INDEX scans_by_status ON scans (organization_id, status, id DESC);
CREATE INDEX scans_waiting ON scans (organization_id, urgency DESC, id) WHERE status = 'queued';
-- The previous scan to compare with: same website, type and rules.
CREATE INDEX scans_comparable ON scans (organization_id, website_id, scan_type, score_version, id DESC) WHERE status = 'done';

-- A turn is an organisation's right to run one scan; there are never more of them than its plan allows. Each turn is
-- one pg-boss job of the same id. Which scan it runs is chosen when a worker takes it: by priority, then age.
CREATE TABLE scan_turns (
  id uuid PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- The lowest that was free, from 0 up to the plan's limit. The queue serves all organisations' zeroth turns before
  -- their first ones, and so on: that is the round robin.
  position smallint NOT NULL CHECK (position >= 0),
  scan_id text COLLATE "C" UNIQUE REFERENCES scans ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, position)
);

-- Coverage, and later evidence: read rarely and large, so kept out of the hot table.
CREATE TABLE scan_details (
  scan_id text COLLATE "C" PRIMARY KEY REFERENCES scans ON DELETE CASCADE,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  coverage jsonb NOT NULL
);

-- Progress as it happens, for Server-Sent Events; `seq` is the event's id within its scan.
CREATE TABLE scan_progress (
  scan_id text COLLATE "C" NOT NULL REFERENCES scans ON DELETE CASCADE,
  seq integer NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  type text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scan_id, seq)
);

-- One row per cause and website, over all scans. Narrow: the text and the proof stand with the scan's own row.
CREATE TABLE vulnerabilities (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  fingerprint bytea NOT NULL,
  "check" text NOT NULL,
  outcome text NOT NULL,
  type text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  confidence text NOT NULL CHECK (confidence IN ('confirmed', 'firm', 'tentative')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'fixed', 'reopened', 'accepted_risk', 'false_positive')),
  cve text,
  first_scan_id text COLLATE "C" NOT NULL,
  -- The scan that saw it last: its row in scan_findings holds the detail.
  last_scan_id text COLLATE "C" NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  fixed_at timestamptz,
  UNIQUE (organization_id, website_id, fingerprint)
);
CREATE INDEX vulnerabilities_by_organization ON vulnerabilities (organization_id, id DESC);
CREATE INDEX vulnerabilities_by_website ON vulnerabilities (organization_id, website_id, id DESC);
CREATE INDEX vulnerabilities_by_severity ON vulnerabilities (organization_id, severity, id DESC);
CREATE INDEX vulnerabilities_by_status ON vulnerabilities (organization_id, status, id DESC);

-- What one scan saw of one vulnerability. `detail` is the finding as the engine published it.
CREATE TABLE scan_findings (
  scan_id text COLLATE "C" NOT NULL REFERENCES scans ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  detected_at timestamptz NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (scan_id, vulnerability_id)
);

-- The outbox, and what /v1/events lists. Written in the transaction of what happened.
CREATE TABLE events (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  type text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX events_by_organization ON events (organization_id, id DESC);
CREATE INDEX events_by_type ON events (organization_id, type, id DESC);

CREATE TABLE webhooks (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  url text NOT NULL,
  events text[] NOT NULL,
  description text NOT NULL DEFAULT '',
  -- AES-256-GCM under the installation's secret.
  secret bytea NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text,
  -- Since when every delivery failed; null after one that succeeded.
  failing_since timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhooks_by_organization ON webhooks (organization_id, id DESC);

CREATE TABLE deliveries (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  webhook_id text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  event_id text COLLATE "C" NOT NULL REFERENCES events ON DELETE CASCADE,
  event_type text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed')),
  attempt_count smallint NOT NULL DEFAULT 0,
  -- When it is to be tried; while a worker tries it, when that worker counts as dead.
  next_attempt_at timestamptz DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE status = 'pending';
CREATE INDEX deliveries_by_webhook ON deliveries (organization_id, webhook_id, id DESC);

CREATE TABLE delivery_attempts (
  delivery_id text COLLATE "C" NOT NULL REFERENCES deliveries ON DELETE CASCADE,
  number smallint NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  attempted_at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  request jsonb NOT NULL,
  -- Null when nothing was answered.
  response jsonb,
  error text,
  PRIMARY KEY (delivery_id, number)
);

CREATE TABLE idempotency_keys (
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  route text NOT NULL,
  key text NOT NULL,
  -- SHA-256 of the payload, so that another payload under the same key is noticed.
  request_hash bytea NOT NULL,
  status smallint NOT NULL,
  headers jsonb NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, route, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- A fixed window of requests per organisation; replicas lease blocks out of it.
CREATE TABLE rate_windows (
  organization_id text COLLATE "C" PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
  started_at timestamptz NOT NULL,
  used integer NOT NULL
);

CREATE TABLE usage_months (
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- The first day of the month, UTC.
  month date NOT NULL,
  api_requests bigint NOT NULL DEFAULT 0,
  scans bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, month)
);

-- Row-level security on every table above, the same for all.
DO $$
DECLARE
  name text;
  owner_column text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'lasthash_migrations' LOOP
    owner_column := CASE name WHEN 'organizations' THEN 'id' ELSE 'organization_id' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (%I = current_organization()) WITH CHECK (%I = current_organization())',
      name, owner_column, owner_column);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;

-- Log-in by key happens before the organisation is known. It finds one row by a 256-bit hash and nothing else.
CREATE FUNCTION find_api_key(wanted bytea)
  RETURNS TABLE (
    id text, organization_id text, scopes text[], allowed_cidrs cidr[], expires_at timestamptz, revoked_at timestamptz,
    prefix text, last_used_at timestamptz, plan text, requests_per_minute integer, concurrent_scans integer, allowed_origins text[])
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT k.id, k.organization_id, k.scopes, k.allowed_cidrs, k.expires_at, k.revoked_at, k.prefix, k.last_used_at,
      o.plan, o.requests_per_minute, o.concurrent_scans, o.allowed_origins
    FROM api_keys k JOIN organizations o ON o.id = k.organization_id
    WHERE k.hash = wanted;
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION find_api_key(bytea) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION find_api_key(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(bytea) TO lasthash_app;
