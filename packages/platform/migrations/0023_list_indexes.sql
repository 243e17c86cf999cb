-- An index for each filter of the large lists, in the list's order: a page is read from it, however many rows there are.
CREATE INDEX monitors_by_kind ON monitors (organization_id, kind, id DESC);
CREATE INDEX monitors_by_status ON monitors (organization_id, status, id DESC);
CREATE INDEX alerts_by_severity ON alerts (organization_id, severity, id DESC);
DROP INDEX alerts_by_monitor;
CREATE INDEX alerts_by_monitor ON alerts (monitor_id, id DESC);
CREATE INDEX deliveries_by_status ON deliveries (webhook_id, status, id DESC);

-- Tags of websites as rows of their own, for the same reason; `websites.tags` is what is written, this follows it.
CREATE TABLE website_tags (
  organization_id text COLLATE "C" NOT NULL,
  tag text NOT NULL,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  PRIMARY KEY (organization_id, tag, website_id)
);
CREATE INDEX website_tags_by_website ON website_tags (website_id);
SELECT secure_partition('website_tags');
GRANT SELECT, INSERT, UPDATE, DELETE ON website_tags TO lasthash_app;

CREATE FUNCTION follow_website_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM website_tags WHERE website_id = OLD.id AND tag <> ALL (NEW.tags);
  END IF;
  INSERT INTO website_tags (organization_id, tag, website_id)
    SELECT NEW.organization_id, tag, NEW.id FROM unnest(NEW.tags) AS tag ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER website_tags_inserted AFTER INSERT ON websites FOR EACH ROW WHEN (NEW.tags <> '{}')
  EXECUTE FUNCTION follow_website_tags();
CREATE TRIGGER website_tags_updated AFTER UPDATE OF tags ON websites FOR EACH ROW WHEN (NEW.tags <> OLD.tags)
  EXECUTE FUNCTION follow_website_tags();

ALTER TABLE websites NO FORCE ROW LEVEL SECURITY;
ALTER TABLE website_tags NO FORCE ROW LEVEL SECURITY;
INSERT INTO website_tags (organization_id, tag, website_id)
  SELECT organization_id, tag, id FROM websites, unnest(tags) AS tag ON CONFLICT DO NOTHING;
ALTER TABLE websites FORCE ROW LEVEL SECURITY;
ALTER TABLE website_tags FORCE ROW LEVEL SECURITY;
