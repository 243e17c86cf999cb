-- The trackers in which vulnerabilities become tickets, and the tickets: one for each vulnerability and tracker.
CREATE TABLE integrations (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('jira', 'linear', 'github', 'gitlab', 'slack')),
  -- Where its API is, without a slash at the end.
  base_url text NOT NULL,
  settings jsonb NOT NULL,
  -- AES-256-GCM under the installation's secret: those settings that are never shown, as JSON.
  secrets bytea NOT NULL,
  rules jsonb NOT NULL,
  mapping jsonb NOT NULL,
  sync jsonb NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  -- Since when nothing has worked, how often in a row, and with what; null and 0 after something that did.
  failing_since timestamptz,
  failure_count smallint NOT NULL DEFAULT 0,
  last_error text,
  last_succeeded_at timestamptz,
  -- Nothing is sent before: the other side asked for it, or has failed.
  paused_until timestamptz,
  -- When the other side is asked next what has changed there; up to when that is known.
  next_poll_at timestamptz,
  polled_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX integrations_by_organization ON integrations (organization_id, id DESC);
CREATE INDEX integrations_to_poll ON integrations (next_poll_at) WHERE next_poll_at IS NOT NULL;

CREATE TABLE tickets (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  integration_id text COLLATE "C" NOT NULL REFERENCES integrations ON DELETE CASCADE,
  vulnerability_id text COLLATE "C" NOT NULL REFERENCES vulnerabilities ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  -- `rule`, or who asked for it.
  requested_by text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'open', 'closed', 'failed', 'gone', 'canceled')),
  -- As the other side calls it; null until it is there.
  external_id text,
  external_key text,
  external_url text,
  external_state text CHECK (external_state IN ('open', 'done', 'dropped')),
  external_assignee text,
  -- What this side is about to set: seen there, it is an echo and nobody's decision.
  wanted_state text CHECK (wanted_state IN ('open', 'done', 'dropped')),
  -- What the other side was last told of the vulnerability.
  told text CHECK (told IN ('open', 'fixed', 'accepted')),
  -- It is to be looked at there: something has changed, as a webhook said.
  look boolean NOT NULL DEFAULT false,
  -- The second look at the vulnerability which is under way because somebody closed the ticket.
  verification_id text COLLATE "C",
  -- A call that makes something has begun and no answer to it is known: look there before it is made again.
  unsure_since timestamptz,
  comment_count smallint NOT NULL DEFAULT 0,
  reopen_count smallint NOT NULL DEFAULT 0,
  reopened_at timestamptz,
  -- When a worker has something to do; null: nothing is to be done.
  due_at timestamptz DEFAULT now(),
  -- While a worker is at it: when that worker counts as dead; and how often it was taken, so that only the last one writes.
  leased_until timestamptz,
  lease integer NOT NULL DEFAULT 0,
  -- How often something to do was announced: a worker that is at it sees that there is more.
  wakes integer NOT NULL DEFAULT 0,
  attempt_count smallint NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  opened_at timestamptz,
  closed_at timestamptz,
  UNIQUE (integration_id, vulnerability_id)
);
CREATE INDEX tickets_by_organization ON tickets (organization_id, id DESC);
CREATE INDEX tickets_by_vulnerability ON tickets (vulnerability_id);
CREATE INDEX tickets_by_website ON tickets (website_id);
CREATE INDEX tickets_due ON tickets (integration_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX tickets_by_external ON tickets (integration_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX tickets_verifying ON tickets (verification_id) WHERE verification_id IS NOT NULL;

-- What has happened to vulnerabilities and is not yet held against the rules: written with the event, gone once it is.
CREATE TABLE ticket_notices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- Of a scan that has ended, or of one vulnerability whose state has changed.
  scan_id text COLLATE "C",
  vulnerability_id text COLLATE "C",
  -- It was known before: only rules that are not for new ones alone look at it.
  known boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ticket_notices_by_organization ON ticket_notices (organization_id, id);

SELECT secure_partition('integrations'), secure_partition('tickets'), secure_partition('ticket_notices');
GRANT SELECT, INSERT, UPDATE, DELETE ON integrations, tickets, ticket_notices TO lasthash_app;
