-- Payment pages, and what a browser receives for them (PCI DSS 6.4.3 and 11.6.1).
CREATE TABLE payment_pages (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  url text NOT NULL,
  name text NOT NULL DEFAULT '',
  -- At least weekly.
  interval_seconds integer NOT NULL CHECK (interval_seconds BETWEEN 3600 AND 604800),
  -- By the last look that was answered.
  headers jsonb,
  looked_at timestamptz,
  -- The last try, and why it was not answered.
  tried_at timestamptz,
  fault text,
  detail text,
  next_look_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  -- It is a payment page no more; its ledger stays.
  ended_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX payment_pages_by_url ON payment_pages (website_id, url) WHERE ended_at IS NULL;
CREATE INDEX payment_pages_by_organization ON payment_pages (organization_id, id DESC);
CREATE INDEX payment_pages_due ON payment_pages (next_look_at) WHERE ended_at IS NULL;

CREATE TABLE payment_scripts (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  payment_page_id text COLLATE "C" NOT NULL REFERENCES payment_pages ON DELETE CASCADE,
  source text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file', 'inline', 'handler', 'dynamic')),
  sha256 text NOT NULL,
  integrity text,
  loaded_by text,
  third_party boolean NOT NULL,
  excerpt text NOT NULL,
  present boolean NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  changed_at timestamptz,
  -- `version`: what is authorised is the text of this hash. `address`: whatever the address gives.
  authorization_kind text CHECK (authorization_kind IN ('version', 'address')),
  authorized_sha256 text,
  justification text,
  authorized_by text,
  authorized_at timestamptz,
  UNIQUE (payment_page_id, source)
);
CREATE INDEX payment_scripts_by_page ON payment_scripts (payment_page_id, id DESC);

-- Every look and every decision, hash-chained. Nobody may change or remove an entry: a page's go with its website.
CREATE TABLE payment_ledger (
  payment_page_id text COLLATE "C" NOT NULL REFERENCES payment_pages ON DELETE CASCADE,
  -- 1, 2, 3, … for each page, without a gap.
  sequence bigint NOT NULL CHECK (sequence > 0),
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  kind text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  -- SHA-256 of the hash before it, and of the entry.
  hash bytea NOT NULL,
  PRIMARY KEY (payment_page_id, sequence)
);

-- What an organisation's bundles are signed by. One signs at a time; the others verify what they have signed.
CREATE TABLE signing_keys (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  public_key text NOT NULL,
  -- Sealed under the installation's secret.
  private_key bytea NOT NULL,
  retired_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX signing_keys_present ON signing_keys (organization_id) WHERE retired_at IS NULL;

-- Signed bundles for auditors; their bytes are in blobs.
CREATE TABLE compliance_bundles (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  framework text NOT NULL,
  scope jsonb NOT NULL,
  totals jsonb NOT NULL,
  signing_key_id text NOT NULL,
  entry_count integer NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX compliance_bundles_by_organization ON compliance_bundles (organization_id, id DESC);

SELECT secure_partition('payment_pages'), secure_partition('payment_scripts'), secure_partition('payment_ledger'),
  secure_partition('signing_keys'), secure_partition('compliance_bundles');
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_pages, payment_scripts, signing_keys, compliance_bundles TO lasthash_app;
GRANT SELECT, INSERT ON payment_ledger TO lasthash_app;
REVOKE UPDATE, DELETE ON payment_ledger FROM lasthash_system;

-- Anybody may ask whose a key is that they hold the name of: that is what it is published for.
CREATE FUNCTION published_signing_key(wanted text) RETURNS TABLE (
    id text, public_key text, created_at timestamptz, retired_at timestamptz, organization_id text, organization_name text)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT k.id, k.public_key, k.created_at, k.retired_at, o.id, o.name
    FROM signing_keys k JOIN organizations o ON o.id = k.organization_id WHERE k.id = wanted;
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION published_signing_key(text) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION published_signing_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_signing_key(text) TO lasthash_app;
