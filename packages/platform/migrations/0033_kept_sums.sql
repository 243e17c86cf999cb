-- Sums of all websites of an organisation, of those with a tag and of those of a group, so that what a dashboard costs does not
-- follow the number of websites. `set` is '' for all, `tag:` or `group:` with its name or id.
--
-- Nothing is ever added to a row: each change writes what it adds, or takes off, as rows of its own, so that scans that end at the
-- same time wait for nobody. Housekeeping folds them into one (`fold_sums`).
DO $$
DECLARE
  totals text;
BEGIN
  SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) INTO totals FROM pg_attribute
    WHERE attrelid = 'website_totals'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('website_id', 'organization_id');
  EXECUTE format('CREATE TABLE set_totals (organization_id text COLLATE "C" NOT NULL, set text COLLATE "C" NOT NULL, folded boolean NOT NULL DEFAULT false, %s)',
    (SELECT string_agg(name || ' integer NOT NULL DEFAULT 0', ', ') FROM unnest(string_to_array(totals, ', ')) AS name));
  CREATE TABLE set_days (
    organization_id text COLLATE "C" NOT NULL,
    set text COLLATE "C" NOT NULL,
    day date NOT NULL,
    folded boolean NOT NULL DEFAULT false,
    appeared integer NOT NULL DEFAULT 0,
    fixed integer NOT NULL DEFAULT 0,
    reopened integer NOT NULL DEFAULT 0,
    timed integer NOT NULL DEFAULT 0,
    seconds bigint NOT NULL DEFAULT 0,
    score_change integer NOT NULL DEFAULT 0,
    scored_change integer NOT NULL DEFAULT 0
  );
  CREATE TABLE set_grades (
    organization_id text COLLATE "C" NOT NULL,
    set text COLLATE "C" NOT NULL,
    -- Null: of websites without one.
    grade text,
    folded boolean NOT NULL DEFAULT false,
    websites integer NOT NULL DEFAULT 0,
    scored integer NOT NULL DEFAULT 0,
    score_sum integer NOT NULL DEFAULT 0
  );
  CREATE INDEX set_totals_by_set ON set_totals (organization_id, set);
  CREATE INDEX set_days_by_set ON set_days (organization_id, set, day);
  CREATE INDEX set_grades_by_set ON set_grades (organization_id, set);
  CREATE INDEX set_totals_loose ON set_totals (organization_id, set) WHERE NOT folded;
  CREATE INDEX set_days_loose ON set_days (organization_id, set, day) WHERE NOT folded;
  CREATE INDEX set_grades_loose ON set_grades (organization_id, set) WHERE NOT folded;
  CREATE INDEX set_days_by_age ON set_days (day);
END $$;

-- The sets that a website belongs to; none of one that is being removed, which was taken off all of them before.
CREATE FUNCTION sets_of(website text) RETURNS SETOF text LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT sets.name FROM websites CROSS JOIN LATERAL (
      SELECT '' AS name UNION ALL SELECT 'tag:' || tag FROM website_tags WHERE website_id = website
      UNION ALL SELECT 'group:' || group_id FROM website_group_members WHERE website_id = website
    ) AS sets WHERE websites.id = website;
  END;

DO $do$
DECLARE
  totals text;
  days text := 'appeared, fixed, reopened, timed, seconds, score_change, scored_change';
  grades text := 'websites, scored, score_sum';
  times text;
BEGIN
  SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) INTO totals FROM pg_attribute
    WHERE attrelid = 'website_totals'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('website_id', 'organization_id');

  -- All that a website adds to a set, `sign` times.
  EXECUTE format($f$
    CREATE FUNCTION add_website_to_set(website text, organization text, wanted text, sign int) RETURNS void LANGUAGE sql AS $body$
      INSERT INTO set_grades (organization_id, set, grade, websites, scored, score_sum)
        SELECT organization, wanted, grade, sign, sign * (security_score IS NOT NULL)::int, sign * coalesce(security_score, 0) FROM websites WHERE id = website;
      INSERT INTO set_totals (organization_id, set, %1$s) SELECT organization, wanted, %2$s FROM website_totals WHERE website_id = website;
      INSERT INTO set_days (organization_id, set, day, %3$s) SELECT organization, wanted, day, %4$s FROM website_days WHERE website_id = website;
    $body$ $f$, totals, (SELECT string_agg('sign * ' || name, ', ') FROM unnest(string_to_array(totals, ', ')) AS name),
    days, (SELECT string_agg('sign * ' || name, ', ') FROM unnest(string_to_array(days, ', ')) AS name));

  -- What was added to rows of single websites, and taken off.
  EXECUTE format($f$
    CREATE FUNCTION sum_totals() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO set_totals (organization_id, set, %1$s)
        SELECT organization_id, s, %2$s FROM (SELECT 1 AS n, * FROM added) AS moved, sets_of(website_id) s GROUP BY 1, 2;
      ELSE
        INSERT INTO set_totals (organization_id, set, %1$s)
        SELECT organization_id, s, %2$s FROM (SELECT 1 AS n, * FROM added UNION ALL SELECT -1, * FROM removed) AS moved, sets_of(website_id) s GROUP BY 1, 2;
      END IF;
      RETURN NULL;
    END $body$ $f$, totals, (SELECT string_agg(format('sum(n * %s)', name), ', ') FROM unnest(string_to_array(totals, ', ')) AS name));
  EXECUTE format($f$
    CREATE FUNCTION sum_days() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO set_days (organization_id, set, day, %1$s)
        SELECT organization_id, s, day, %2$s FROM (SELECT 1 AS n, * FROM added) AS moved, sets_of(website_id) s GROUP BY 1, 2, 3;
      ELSE
        INSERT INTO set_days (organization_id, set, day, %1$s)
        SELECT organization_id, s, day, %2$s FROM (SELECT 1 AS n, * FROM added UNION ALL SELECT -1, * FROM removed) AS moved, sets_of(website_id) s GROUP BY 1, 2, 3;
      END IF;
      RETURN NULL;
    END $body$ $f$, days, (SELECT string_agg(format('sum(n * %s)', name), ', ') FROM unnest(string_to_array(days, ', ')) AS name));

  EXECUTE format($f$
    CREATE FUNCTION recount_sets() RETURNS void LANGUAGE plpgsql AS $body$
    BEGIN
      DELETE FROM set_grades; DELETE FROM set_totals; DELETE FROM set_days;
      CREATE TEMPORARY TABLE members ON COMMIT DROP AS
        SELECT id AS website_id, '' AS set FROM websites UNION ALL SELECT website_id, 'tag:' || tag FROM website_tags
        UNION ALL SELECT website_id, 'group:' || group_id FROM website_group_members;
      ANALYZE members;
      INSERT INTO set_grades (organization_id, set, grade, folded, websites, scored, score_sum)
        SELECT organization_id, set, grade, true, count(*), count(security_score), coalesce(sum(security_score), 0) FROM websites JOIN members ON website_id = id GROUP BY 1, 2, 3;
      INSERT INTO set_totals (organization_id, set, folded, %1$s)
        SELECT organization_id, set, true, %2$s FROM website_totals JOIN members USING (website_id) GROUP BY 1, 2;
      INSERT INTO set_days (organization_id, set, day, folded, %3$s)
        SELECT organization_id, set, day, true, %4$s FROM website_days JOIN members USING (website_id) GROUP BY 1, 2, 3;
      DROP TABLE members;
    END $body$ $f$, totals, (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(string_to_array(totals, ', ')) AS name),
    days, (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(string_to_array(days, ', ')) AS name));

  -- For one process at a time. Rows that others write meanwhile are left to the next time.
  EXECUTE format($f$
    CREATE FUNCTION fold_sums() RETURNS void LANGUAGE plpgsql AS $body$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('fold_sums', 0));
      WITH due AS (SELECT DISTINCT organization_id, set FROM set_totals WHERE NOT folded),
        gone AS (DELETE FROM set_totals t USING due WHERE t.organization_id = due.organization_id AND t.set = due.set RETURNING t.*)
      INSERT INTO set_totals (organization_id, set, folded, %1$s) SELECT organization_id, set, true, %2$s FROM gone GROUP BY 1, 2;
      WITH due AS (SELECT DISTINCT organization_id, set, day FROM set_days WHERE NOT folded),
        gone AS (DELETE FROM set_days t USING due WHERE t.organization_id = due.organization_id AND t.set = due.set AND t.day = due.day RETURNING t.*)
      INSERT INTO set_days (organization_id, set, day, folded, %3$s) SELECT organization_id, set, day, true, %4$s FROM gone GROUP BY 1, 2, 3;
      WITH due AS (SELECT DISTINCT organization_id, set FROM set_grades WHERE NOT folded),
        gone AS (DELETE FROM set_grades t USING due WHERE t.organization_id = due.organization_id AND t.set = due.set RETURNING t.*)
      INSERT INTO set_grades (organization_id, set, grade, folded, %5$s) SELECT organization_id, set, grade, true, %6$s FROM gone
        GROUP BY 1, 2, 3 HAVING sum(websites) <> 0 OR sum(score_sum) <> 0;
    END $body$ $f$, totals, (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(string_to_array(totals, ', ')) AS name),
    days, (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(string_to_array(days, ', ')) AS name),
    grades, (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(string_to_array(grades, ', ')) AS name));
END $do$;

CREATE FUNCTION sum_grades() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Its tags and groups, which are written by triggers, too, bring it to their own sets.
    INSERT INTO set_grades (organization_id, set, grade, websites, scored, score_sum)
      VALUES (NEW.organization_id, '', NEW.grade, 1, (NEW.security_score IS NOT NULL)::int, coalesce(NEW.security_score, 0));
  ELSE
    INSERT INTO set_grades (organization_id, set, grade, websites, scored, score_sum)
      SELECT NEW.organization_id, s, x.grade, x.sign, x.sign * (x.score IS NOT NULL)::int, x.sign * coalesce(x.score, 0)
      FROM sets_of(NEW.id) s, (VALUES (NEW.grade, NEW.security_score, 1), (OLD.grade, OLD.security_score, -1)) AS x (grade, score, sign);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION sum_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  -- With the website itself gone, it was taken off before.
  PERFORM add_website_to_set(one.website_id, one.organization_id,
    CASE TG_TABLE_NAME WHEN 'website_tags' THEN 'tag:' || (to_jsonb(one) ->> 'tag') ELSE 'group:' || (to_jsonb(one) ->> 'group_id') END,
    CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END)
    WHERE EXISTS (SELECT FROM websites WHERE id = one.website_id);
  RETURN NULL;
END $$;

CREATE FUNCTION take_website_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- With its organisation gone, all sums go.
  PERFORM add_website_to_set(OLD.id, OLD.organization_id, s, -1) FROM sets_of(OLD.id) s
    WHERE EXISTS (SELECT FROM organizations WHERE id = OLD.organization_id);
  RETURN OLD;
END $$;

CREATE FUNCTION drop_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM set_totals WHERE organization_id = OLD.id;
  DELETE FROM set_days WHERE organization_id = OLD.id;
  DELETE FROM set_grades WHERE organization_id = OLD.id;
  RETURN NULL;
END $$;

ALTER FUNCTION recount_overview() RENAME TO recount_websites;
CREATE FUNCTION recount_overview() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_websites();
  PERFORM recount_sets();
END $$;
REVOKE EXECUTE ON FUNCTION recount_overview(), recount_sets(), fold_sums() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recount_overview(), recount_sets(), fold_sums() TO lasthash_system;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['websites', 'website_totals', 'website_days', 'website_tags', 'website_group_members'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  PERFORM recount_sets();
  FOREACH name IN ARRAY ARRAY['websites', 'website_totals', 'website_days', 'website_tags', 'website_group_members'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
SELECT secure_partition('set_totals'), secure_partition('set_days'), secure_partition('set_grades');
GRANT SELECT, INSERT, UPDATE, DELETE ON set_totals, set_days, set_grades TO lasthash_app;

CREATE TRIGGER website_totals_added AFTER INSERT ON website_totals REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_totals();
CREATE TRIGGER website_totals_changed AFTER UPDATE ON website_totals REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION sum_totals();
CREATE TRIGGER website_days_added AFTER INSERT ON website_days REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sum_days();
CREATE TRIGGER website_days_changed AFTER UPDATE ON website_days REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION sum_days();
CREATE TRIGGER websites_summed AFTER INSERT ON websites FOR EACH ROW EXECUTE FUNCTION sum_grades();
CREATE TRIGGER websites_graded AFTER UPDATE OF security_score, grade ON websites FOR EACH ROW
  WHEN (NEW.security_score IS DISTINCT FROM OLD.security_score OR NEW.grade IS DISTINCT FROM OLD.grade) EXECUTE FUNCTION sum_grades();
CREATE TRIGGER websites_taken_off BEFORE DELETE ON websites FOR EACH ROW EXECUTE FUNCTION take_website_off();
CREATE TRIGGER website_tags_summed AFTER INSERT OR DELETE ON website_tags FOR EACH ROW EXECUTE FUNCTION sum_members();
CREATE TRIGGER website_group_members_summed AFTER INSERT OR DELETE ON website_group_members FOR EACH ROW EXECUTE FUNCTION sum_members();
CREATE TRIGGER organizations_without_sums AFTER DELETE ON organizations FOR EACH ROW EXECUTE FUNCTION drop_sums();

-- Who improved most, without a look at the days on which nothing moved; how many monitors there are of each kind.
CREATE INDEX website_days_moved ON website_days (organization_id, day) INCLUDE (website_id, score_change, scored_change) WHERE score_change <> 0;
CREATE INDEX monitors_watched ON monitors (organization_id, enabled, status) INCLUDE (website_id);

-- What an organisation sees of those under it, from the same sums.
DROP FUNCTION tenant_days(text[], date), tenant_scores(text[]);
CREATE FUNCTION tenant_days(wanted text[], since date)
  RETURNS TABLE (day date, appeared bigint, fixed bigint, reopened bigint, timed bigint, seconds numeric, score_change bigint, scored_change bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT d.day, sum(d.appeared), sum(d.fixed), sum(d.reopened), sum(d.timed), sum(d.seconds), sum(d.score_change), sum(d.scored_change)
    FROM set_days d JOIN tenants_of_current(wanted) t ON t.id = d.organization_id
    WHERE d.set = '' AND d.day >= since GROUP BY d.day;
  END;
CREATE FUNCTION tenant_scores(wanted text[])
  RETURNS TABLE (organization_id text, name text, grade text, websites bigint, scored bigint, score_sum bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT t.id, t.name, g.grade, coalesce(sum(g.websites), 0), coalesce(sum(g.scored), 0), coalesce(sum(g.score_sum), 0)
    FROM tenants_of_current(wanted) t LEFT JOIN set_grades g ON g.organization_id = t.id AND g.set = ''
    GROUP BY t.id, t.name, g.grade;
  END;
DO $$
DECLARE
  name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO lasthash_system;
  FOREACH name IN ARRAY ARRAY['tenant_days(text[], date)', 'tenant_scores(text[])'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lasthash_system', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lasthash_app', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM lasthash_system;
END $$;
