-- Files: what is too large for a row and is asked for by name, such as evidence of scans and reports. Each is written here
-- first, in chunks; with S3-compatible storage configured a job moves it there soon after. `object` says where it is.
CREATE TABLE blobs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  content_type text NOT NULL,
  -- Bytes; null as long as it is being written: nobody sees it then.
  size bigint,
  -- Its name in S3-compatible storage; null: its bytes are in blob_chunks.
  object text COLLATE "C",
  -- It goes with this scan.
  scan_id text COLLATE "C" REFERENCES scans ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Null: kept until it is removed.
  expires_at timestamptz
);
CREATE UNIQUE INDEX blobs_by_key ON blobs (organization_id, key) WHERE size IS NOT NULL;
CREATE INDEX blobs_in_database ON blobs (id) WHERE object IS NULL;
CREATE INDEX blobs_in_storage ON blobs (object) WHERE object IS NOT NULL;
CREATE INDEX blobs_by_scan ON blobs (scan_id) WHERE scan_id IS NOT NULL;
CREATE INDEX blobs_by_expiry ON blobs (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE blob_chunks (
  blob_id uuid NOT NULL REFERENCES blobs ON DELETE CASCADE,
  number integer NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (blob_id, number)
);
-- Whoever writes much writes it compressed.
ALTER TABLE blob_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Every object that may exist in S3-compatible storage: written before it is uploaded, gone after it is removed there. One
-- that no blob points to is swept, whatever was killed in between. It outlives its organisation.
CREATE TABLE stored_objects (
  object text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Set when it is known to be needed no more.
  doomed_at timestamptz
);
CREATE INDEX stored_objects_doomed ON stored_objects (doomed_at) WHERE doomed_at IS NOT NULL;
CREATE INDEX stored_objects_by_organization ON stored_objects (organization_id);

SELECT secure_partition('blobs'), secure_partition('blob_chunks'), secure_partition('stored_objects');
GRANT SELECT, INSERT, UPDATE, DELETE ON blobs, blob_chunks, stored_objects TO lasthash_app;
