-- Proofs of scans lie in scan_findings; with S3-compatible storage configured those that no list shows any more go into one
-- file for each scan. Set when a scan is done and its file is not yet written.
ALTER TABLE scans ADD COLUMN evidence_due boolean NOT NULL DEFAULT false;
CREATE INDEX scans_evidence_due ON scans (id) WHERE evidence_due;
