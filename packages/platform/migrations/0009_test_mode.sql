-- What a test key sees: an organisation beside the one that it belongs to, made with the first test key.
ALTER TABLE organizations ADD COLUMN test boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX organizations_test_of ON organizations (parent_id) WHERE test;
