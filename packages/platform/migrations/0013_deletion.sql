-- An organisation that is to go: suspended at once, gone with all that it had after the days of grace.
ALTER TABLE organizations ADD COLUMN deletion_requested_at timestamptz;
CREATE INDEX organizations_to_delete ON organizations (deletion_requested_at) WHERE deletion_requested_at IS NOT NULL;
