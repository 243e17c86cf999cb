-- Where alerts are told, what was told there, and what came of it.
ALTER TABLE alerts ADD COLUMN kind text;
UPDATE alerts SET kind = CASE
  WHEN cause IN ('down', 'slow') THEN 'uptime'
  WHEN cause LIKE 'certificate_%' THEN 'certificate'
  ELSE split_part(cause, '_', 1)
END;
ALTER TABLE alerts ALTER COLUMN kind SET NOT NULL;

CREATE TABLE alert_channels (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('mail', 'slack', 'teams', 'pagerduty', 'webhook')),
  settings jsonb NOT NULL,
  -- AES-256-GCM under the installation's secret: those settings that are never shown, as JSON.
  secrets bytea NOT NULL,
  filter jsonb NOT NULL,
  quiet_hours jsonb,
  digest jsonb NOT NULL,
  critical_at_once boolean NOT NULL DEFAULT true,
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text,
  -- Since when every try failed, and with what; null after one that succeeded.
  failing_since timestamptz,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX alert_channels_by_organization ON alert_channels (organization_id, id DESC);

CREATE TABLE channel_deliveries (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  channel_id text COLLATE "C" NOT NULL REFERENCES alert_channels ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('alert', 'digest', 'test')),
  -- Of one alert, whose deliveries to a channel follow each other; null for the others.
  alert_id text COLLATE "C",
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed')),
  attempt_count smallint NOT NULL DEFAULT 0,
  -- When it is to be tried; while a worker tries it, when that worker counts as dead.
  next_attempt_at timestamptz DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);
CREATE INDEX channel_deliveries_due ON channel_deliveries (next_attempt_at) WHERE status = 'pending';
CREATE INDEX channel_deliveries_waiting ON channel_deliveries (channel_id, alert_id, id) WHERE status = 'pending';
CREATE INDEX channel_deliveries_by_age ON channel_deliveries (created_at);
CREATE INDEX channel_deliveries_by_channel ON channel_deliveries (organization_id, channel_id, id DESC);

-- What a channel is told of an alert. Held for a digest or for the end of quiet hours until `due_at`; then part of a delivery.
CREATE TABLE alert_notices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  channel_id text COLLATE "C" NOT NULL REFERENCES alert_channels ON DELETE CASCADE,
  alert_id text COLLATE "C" NOT NULL REFERENCES alerts ON DELETE CASCADE,
  change text NOT NULL CHECK (change IN ('opened', 'worsened', 'acknowledged', 'resolved')),
  -- The alert and its website as they were then.
  notice jsonb NOT NULL,
  due_at timestamptz,
  delivery_id text COLLATE "C" REFERENCES channel_deliveries ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((due_at IS NULL) <> (delivery_id IS NULL))
);
CREATE INDEX alert_notices_held ON alert_notices (due_at, channel_id) WHERE due_at IS NOT NULL;
CREATE INDEX alert_notices_by_channel ON alert_notices (channel_id, alert_id);
CREATE INDEX alert_notices_by_alert ON alert_notices (alert_id);
CREATE INDEX alert_notices_by_delivery ON alert_notices (delivery_id);

CREATE TABLE channel_attempts (
  delivery_id text COLLATE "C" NOT NULL REFERENCES channel_deliveries ON DELETE CASCADE,
  number smallint NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  attempted_at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  -- Without what is secret.
  request jsonb NOT NULL,
  -- Null when nothing was answered.
  response jsonb,
  error text,
  PRIMARY KEY (delivery_id, number)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['alert_channels', 'channel_deliveries', 'alert_notices', 'channel_attempts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app, lasthash_system', name);
  END LOOP;
END $$;
