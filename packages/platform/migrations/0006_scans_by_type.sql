-- Lists by type: of a million scans, one by a type that none of them has took 391 ms, reading them all.
CREATE INDEX scans_by_type ON scans (organization_id, scan_type, id DESC);
