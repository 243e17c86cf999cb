-- What the newest scan of each type says of each check: what requirements are held against, for as long as the website is
-- there, also when the plan no longer keeps the scan.
CREATE TABLE compliance_answers (
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  scan_type text NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  scan_id text COLLATE "C" NOT NULL,
  completed_at timestamptz NOT NULL,
  answers jsonb NOT NULL,
  PRIMARY KEY (website_id, scan_type)
);

-- How each requirement stood when the last scan ended: {number: status}. Changes are told against it.
CREATE TABLE compliance_states (
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  framework text NOT NULL,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  scan_id text COLLATE "C" NOT NULL,
  statuses jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (website_id, framework)
);

-- Status over time. Nobody may change or remove a row: it goes with its website.
CREATE TABLE compliance_changes (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  framework text NOT NULL,
  requirement text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  scan_id text COLLATE "C" NOT NULL,
  vulnerability_ids text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX compliance_changes_by_framework ON compliance_changes (organization_id, framework, id DESC);
CREATE INDEX compliance_changes_by_website ON compliance_changes (website_id, framework, id DESC);

-- Of which frameworks an organisation is told when a website drifts from them.
CREATE TABLE compliance_follows (
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  framework text NOT NULL,
  followed_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, framework)
);

-- What people say of a requirement. What was said stays; it may be withdrawn.
CREATE TABLE attestations (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  website_id text COLLATE "C" REFERENCES websites ON DELETE CASCADE,
  framework text NOT NULL,
  requirement text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('met', 'not_met', 'not_applicable')),
  statement text NOT NULL,
  author text NOT NULL,
  file_name text,
  file_type text,
  file_size integer,
  file_sha256 text,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attestations_by_organization ON attestations (organization_id, id DESC);
CREATE INDEX attestations_by_requirement ON attestations (organization_id, framework, requirement, id DESC);
CREATE INDEX attestations_by_website ON attestations (website_id, id DESC) WHERE website_id IS NOT NULL;

SELECT secure_partition('compliance_answers'), secure_partition('compliance_states'), secure_partition('compliance_changes'),
  secure_partition('compliance_follows'), secure_partition('attestations');
GRANT SELECT, INSERT, UPDATE, DELETE ON compliance_answers, compliance_states, compliance_follows, attestations
  TO lasthash_app, lasthash_system;
GRANT SELECT, INSERT ON compliance_changes TO lasthash_app;
REVOKE UPDATE, DELETE ON compliance_changes FROM lasthash_system;
