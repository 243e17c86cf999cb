-- Filters that had no index of their own: each list is read from one, in its order, however many rows there are.
CREATE INDEX alerts_by_kind ON alerts (organization_id, kind, id DESC);
CREATE INDEX deliveries_by_type ON deliveries (webhook_id, event_type, id DESC);
CREATE INDEX deliveries_by_event ON deliveries (webhook_id, event_id);
CREATE INDEX deliveries_by_replay ON deliveries (replay_id, id DESC) WHERE replay_id IS NOT NULL;
CREATE INDEX websites_by_verified ON websites (organization_id, (verified_at IS NOT NULL), id DESC);

-- Those with a score, score by score.
DROP INDEX websites_by_score;
CREATE INDEX websites_by_score ON websites (organization_id, security_score, id DESC);

-- By outcome as well, for words that are looked for are in the titles of some outcomes of a check.
DROP INDEX vulnerabilities_by_check;
CREATE INDEX vulnerabilities_by_check ON vulnerabilities (organization_id, "check", outcome, id DESC);
-- Both led by the organisation or unique by the website: of a unique index that is led by both, PostgreSQL expects one row for
-- each website, and would rather sort them than read the newest.
DROP INDEX vulnerabilities_by_website;
CREATE INDEX vulnerabilities_by_website ON vulnerabilities (organization_id, website_id, id DESC);
ALTER TABLE vulnerabilities
  ADD CONSTRAINT vulnerabilities_website_id_fingerprint_key UNIQUE (website_id, fingerprint),
  DROP CONSTRAINT vulnerabilities_organization_id_website_id_fingerprint_key;
-- Those whose identifiers do not tell when they were first seen: parts of others, and the samples of test mode.
CREATE INDEX vulnerabilities_untimely ON vulnerabilities (organization_id, id DESC) WHERE split_from IS NOT NULL OR id >= 'vuln_8';

-- Groups as rows of their own, as tags are. No index of arrays is of use: row-level security comes before what it could answer.
DROP INDEX websites_by_group, websites_by_tag;
CREATE TABLE website_group_members (
  organization_id text COLLATE "C" NOT NULL,
  group_id text COLLATE "C" NOT NULL,
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  PRIMARY KEY (organization_id, group_id, website_id)
);
CREATE INDEX website_group_members_by_website ON website_group_members (website_id);
SELECT secure_partition('website_group_members');
GRANT SELECT, INSERT, UPDATE, DELETE ON website_group_members TO lasthash_app;

CREATE FUNCTION follow_website_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM website_group_members WHERE website_id = OLD.id AND group_id <> ALL (NEW.group_ids);
  END IF;
  INSERT INTO website_group_members (organization_id, group_id, website_id)
    SELECT NEW.organization_id, group_id, NEW.id FROM unnest(NEW.group_ids) AS group_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER website_groups_inserted AFTER INSERT ON websites FOR EACH ROW WHEN (NEW.group_ids <> '{}')
  EXECUTE FUNCTION follow_website_groups();
CREATE TRIGGER website_groups_updated AFTER UPDATE OF group_ids ON websites FOR EACH ROW WHEN (NEW.group_ids <> OLD.group_ids)
  EXECUTE FUNCTION follow_website_groups();

ALTER TABLE websites NO FORCE ROW LEVEL SECURITY;
ALTER TABLE website_group_members NO FORCE ROW LEVEL SECURITY;
INSERT INTO website_group_members (organization_id, group_id, website_id)
  SELECT organization_id, group_id, id FROM websites, unnest(group_ids) AS group_id ON CONFLICT DO NOTHING;
ALTER TABLE websites FORCE ROW LEVEL SECURITY;
ALTER TABLE website_group_members FORCE ROW LEVEL SECURITY;

-- Parts of names and addresses, by trigrams where the server has them; where it has not, or whoever migrates may not add an
-- extension, an organisation's websites are read one after the other.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX websites_by_part ON websites USING gin (name gin_trgm_ops, url gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'without pg_trgm: %', SQLERRM;
END $$;

-- The newest websites whose name or address is like `pattern`. What many are like is found among the newest ones; what few are
-- like by its trigrams, of which row-level security would allow no use: this looks at the one organisation by itself.
CREATE FUNCTION websites_like(pattern text, before text, most int) RETURNS SETOF text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_indexscan = on AS $$
DECLARE
  newest CONSTANT int := 1000;
  own CONSTANT text := current_organization();
  found_ids text[];
  seen int;
BEGIN
  SELECT (array_agg(id ORDER BY id DESC) FILTER (WHERE alike))[:most], count(*) INTO found_ids, seen FROM (
    SELECT id, name ILIKE pattern OR url ILIKE pattern AS alike FROM websites
    WHERE organization_id = own AND id < coalesce(before, '~') ORDER BY id DESC LIMIT newest
  ) AS looked;
  IF coalesce(cardinality(found_ids), 0) >= most OR seen < newest THEN
    RETURN QUERY SELECT unnest(found_ids);
    RETURN;
  END IF;
  -- Not in the order of the list, which would read on through all that are not like it.
  SET LOCAL enable_indexscan = off;
  RETURN QUERY SELECT id FROM websites WHERE organization_id = own AND id < coalesce(before, '~') AND (name ILIKE pattern OR url ILIKE pattern)
    ORDER BY id DESC LIMIT most;
END $$;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION websites_like(text, text, int) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION websites_like(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION websites_like(text, text, int) TO lasthash_app;
