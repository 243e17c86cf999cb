-- What happened in a span, told once more to one endpoint. Workers write its deliveries a few at a time: `position` is the last
-- event that was dealt with, so that a broken-off replay goes on where it was.
CREATE TABLE webhook_replays (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  webhook_id text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  events text[] NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  position text COLLATE "C",
  delivery_count integer NOT NULL DEFAULT 0,
  -- Why it ended before its end.
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz,
  CHECK (since < until)
);
CREATE INDEX webhook_replays_by_webhook ON webhook_replays (webhook_id, id DESC);
CREATE INDEX webhook_replays_waiting ON webhook_replays (id) WHERE status IN ('queued', 'running');
CREATE INDEX webhook_replays_by_age ON webhook_replays (created_at);
SELECT secure_partition('webhook_replays');
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_replays TO lasthash_app;

ALTER TABLE webhooks
  -- The shape of what is sent: an endpoint keeps the one that it was made for.
  ADD COLUMN api_version text NOT NULL DEFAULT 'v1';
ALTER TABLE deliveries
  ADD COLUMN replay_id text COLLATE "C";
-- An event that is on its way to an endpoint is not sent there a second time at the same moment.
CREATE INDEX deliveries_owed ON deliveries (webhook_id, event_id) WHERE status = 'pending';
