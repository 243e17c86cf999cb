-- Numbers that dashboards show of any set of websites, kept up with every change, so that none is counted when it is asked
-- for: what each website has by state and severity, and what happened on it day by day. Triggers do it, whatever changes a
-- row; each touches rows of its own website only.

-- 25 columns: open_critical, open_high, … false_positive_info.
DO $$
DECLARE
  states text[] := ARRAY['open', 'reopened', 'fixed', 'accepted_risk', 'false_positive'];
  severities text[] := ARRAY['critical', 'high', 'medium', 'low', 'info'];
  columns text;
  sums text;
  adds text;
  changed text;
BEGIN
  SELECT string_agg(format('%I', s || '_' || v), ', ' ORDER BY i, j),
    string_agg(format('coalesce(sum(n) FILTER (WHERE status = %L AND severity = %L), 0)::int AS %I', s, v, s || '_' || v), ', ' ORDER BY i, j),
    string_agg(format('%1$I = t.%1$I + excluded.%1$I', s || '_' || v), ', ' ORDER BY i, j),
    string_agg(format('%1$I = t.%1$I + delta.%1$I', s || '_' || v), ', ' ORDER BY i, j)
  INTO columns, sums, adds, changed
  FROM unnest(states) WITH ORDINALITY AS a (s, i), unnest(severities) WITH ORDINALITY AS b (v, j);

  EXECUTE format('CREATE TABLE website_totals (
    website_id text COLLATE "C" PRIMARY KEY REFERENCES websites ON DELETE CASCADE,
    organization_id text COLLATE "C" NOT NULL, %s)',
    (SELECT string_agg(format('%I integer NOT NULL DEFAULT 0', name), ', ') FROM unnest(string_to_array(columns, ', ')) AS name));
  CREATE INDEX website_totals_by_organization ON website_totals (organization_id);

  EXECUTE format($f$
    CREATE FUNCTION count_vulnerabilities() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        -- Where the website goes too, its row here has gone, or goes.
        WITH delta AS (
          SELECT website_id, %2$s FROM (SELECT website_id, status, severity, -1 AS n FROM removed) AS moved GROUP BY website_id
        )
        UPDATE website_totals AS t SET %4$s FROM delta WHERE t.website_id = delta.website_id;
        RETURN NULL;
      END IF;
      IF TG_OP = 'INSERT' THEN
        INSERT INTO website_totals AS t (website_id, organization_id, %1$s)
        SELECT website_id, organization_id, %2$s
        FROM (SELECT website_id, organization_id, status, severity, 1 AS n FROM added) AS moved
        GROUP BY website_id, organization_id ORDER BY website_id
        ON CONFLICT (website_id) DO UPDATE SET %3$s;

        INSERT INTO website_days AS d (website_id, day, organization_id, appeared, fixed, timed, seconds)
        SELECT website_id, day, organization_id, sum(appeared), sum(fixed), sum(timed), sum(seconds) FROM (
          SELECT website_id, (first_seen_at AT TIME ZONE 'UTC')::date AS day, organization_id, 1 AS appeared, 0 AS fixed, 0 AS timed, 0::bigint AS seconds
          FROM added WHERE split_from IS NULL AND status <> 'merged'
          UNION ALL
          SELECT website_id, (fixed_at AT TIME ZONE 'UTC')::date, organization_id, 0, 1, 1, extract(epoch FROM fixed_at - first_seen_at)::bigint
          FROM added WHERE status = 'fixed' AND fixed_at IS NOT NULL AND split_from IS NULL
        ) AS happened GROUP BY website_id, day, organization_id ORDER BY website_id, day
        ON CONFLICT (website_id, day) DO UPDATE SET appeared = d.appeared + excluded.appeared, fixed = d.fixed + excluded.fixed,
          timed = d.timed + excluded.timed, seconds = d.seconds + excluded.seconds;
        RETURN NULL;
      END IF;
      INSERT INTO website_totals AS t (website_id, organization_id, %1$s)
      SELECT website_id, organization_id, %2$s FROM (
        SELECT a.website_id, a.organization_id, x.status, x.severity, x.n
        FROM added a JOIN removed r USING (id),
          LATERAL (VALUES (a.status, a.severity, 1), (r.status, r.severity, -1)) AS x (status, severity, n)
        WHERE (a.status, a.severity) IS DISTINCT FROM (r.status, r.severity)
      ) AS moved GROUP BY website_id, organization_id ORDER BY website_id
      ON CONFLICT (website_id) DO UPDATE SET %3$s;

      INSERT INTO website_days AS d (website_id, day, organization_id, fixed, reopened, timed, seconds)
      SELECT a.website_id, (now() AT TIME ZONE 'UTC')::date, a.organization_id,
        count(*) FILTER (WHERE a.status = 'fixed'),
        count(*) FILTER (WHERE a.status <> 'fixed'),
        -- How long it took is known where it was open all the time.
        count(*) FILTER (WHERE a.status = 'fixed' AND r.status = 'open'),
        coalesce(sum(extract(epoch FROM now() - a.first_seen_at)::bigint) FILTER (WHERE a.status = 'fixed' AND r.status = 'open'), 0)
      FROM added a JOIN removed r USING (id)
      WHERE a.split_from IS NULL AND a.status <> r.status AND (a.status IN ('fixed', 'reopened')
        OR (a.status = 'open' AND r.status IN ('accepted_risk', 'false_positive')))
      GROUP BY a.website_id, a.organization_id ORDER BY a.website_id
      ON CONFLICT (website_id, day) DO UPDATE SET fixed = d.fixed + excluded.fixed, reopened = d.reopened + excluded.reopened,
        timed = d.timed + excluded.timed, seconds = d.seconds + excluded.seconds;
      RETURN NULL;
    END $body$ $f$, columns, sums, adds, changed);

  -- After rows were brought in past the triggers, as by a restore or a bench: counts all of it anew. What happened is told as
  -- far as the rows still know.
  EXECUTE format($f$
    CREATE FUNCTION recount_overview() RETURNS void LANGUAGE plpgsql AS $body$
    BEGIN
      DELETE FROM website_totals;
      DELETE FROM website_days;
      INSERT INTO website_totals (website_id, organization_id, %1$s)
      SELECT website_id, organization_id, %2$s
      FROM (SELECT website_id, organization_id, status, severity, 1 AS n FROM vulnerabilities) AS moved GROUP BY website_id, organization_id;
      INSERT INTO website_days (website_id, day, organization_id, appeared, fixed, timed, seconds, score_change, scored_change)
      SELECT website_id, day, organization_id, sum(appeared), sum(fixed), sum(fixed), sum(seconds), sum(score), sum(scored) FROM (
        SELECT website_id, (first_seen_at AT TIME ZONE 'UTC')::date AS day, organization_id, 1 AS appeared, 0 AS fixed, 0::bigint AS seconds, 0 AS score, 0 AS scored
        FROM vulnerabilities WHERE split_from IS NULL AND status <> 'merged'
        UNION ALL
        SELECT website_id, (fixed_at AT TIME ZONE 'UTC')::date, organization_id, 0, 1, extract(epoch FROM fixed_at - first_seen_at)::bigint, 0, 0
        FROM vulnerabilities WHERE status = 'fixed' AND fixed_at IS NOT NULL AND split_from IS NULL
        UNION ALL
        SELECT id, (updated_at AT TIME ZONE 'UTC')::date, organization_id, 0, 0, 0, security_score, 1
        FROM websites WHERE security_score IS NOT NULL
      ) AS happened GROUP BY website_id, day, organization_id;
    END $body$ $f$, columns, sums);
END $$;

CREATE TABLE website_days (
  website_id text COLLATE "C" NOT NULL REFERENCES websites ON DELETE CASCADE,
  -- UTC.
  day date NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  appeared integer NOT NULL DEFAULT 0,
  fixed integer NOT NULL DEFAULT 0,
  reopened integer NOT NULL DEFAULT 0,
  -- Of those that were fixed: how many were open all the time, and for how many seconds together.
  timed integer NOT NULL DEFAULT 0,
  seconds bigint NOT NULL DEFAULT 0,
  -- By how much the score moved, the first one counting in full; and 1 on the day of the first.
  score_change integer NOT NULL DEFAULT 0,
  scored_change integer NOT NULL DEFAULT 0,
  PRIMARY KEY (website_id, day)
);
CREATE INDEX website_days_by_day ON website_days (organization_id, day);
CREATE INDEX website_days_by_age ON website_days (day);

CREATE FUNCTION note_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before smallint := CASE WHEN TG_OP = 'UPDATE' THEN OLD.security_score END;
BEGIN
  INSERT INTO website_days AS d (website_id, day, organization_id, score_change, scored_change)
  VALUES (NEW.id, (now() AT TIME ZONE 'UTC')::date, NEW.organization_id, coalesce(NEW.security_score, 0) - coalesce(before, 0),
    (NEW.security_score IS NOT NULL)::int - (before IS NOT NULL)::int)
  ON CONFLICT (website_id, day) DO UPDATE SET score_change = d.score_change + excluded.score_change,
    scored_change = d.scored_change + excluded.scored_change;
  RETURN NULL;
END $$;

ALTER TABLE vulnerabilities NO FORCE ROW LEVEL SECURITY;
ALTER TABLE websites NO FORCE ROW LEVEL SECURITY;
SELECT recount_overview();
ALTER TABLE vulnerabilities FORCE ROW LEVEL SECURITY;
ALTER TABLE websites FORCE ROW LEVEL SECURITY;
SELECT secure_partition('website_totals'), secure_partition('website_days');
GRANT SELECT, INSERT, UPDATE, DELETE ON website_totals, website_days TO lasthash_app;
REVOKE EXECUTE ON FUNCTION recount_overview() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recount_overview() TO lasthash_system;

CREATE TRIGGER vulnerabilities_added AFTER INSERT ON vulnerabilities REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_vulnerabilities();
CREATE TRIGGER vulnerabilities_changed AFTER UPDATE ON vulnerabilities REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_vulnerabilities();
CREATE TRIGGER vulnerabilities_removed AFTER DELETE ON vulnerabilities REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION count_vulnerabilities();
CREATE TRIGGER websites_scored AFTER UPDATE OF security_score ON websites FOR EACH ROW
  WHEN (NEW.security_score IS DISTINCT FROM OLD.security_score) EXECUTE FUNCTION note_score();
CREATE TRIGGER websites_scored_at_once AFTER INSERT ON websites FOR EACH ROW
  WHEN (NEW.security_score IS NOT NULL) EXECUTE FUNCTION note_score();

-- Certificates that end soon, by those who look at them.
CREATE INDEX monitors_certificates ON monitors (organization_id, (reading ->> 'not_after')) WHERE kind = 'certificate' AND enabled;

-- An organisation sees the sums of those under it, and nothing else of theirs.
CREATE FUNCTION tenants_of_current(wanted text[]) RETURNS TABLE (id text, name text)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT o.id, o.name FROM organizations o
    WHERE o.parent_id = current_organization() AND NOT o.test AND (wanted IS NULL OR o.id = ANY (wanted));
  END;

CREATE FUNCTION tenant_days(wanted text[], since date)
  RETURNS TABLE (day date, appeared bigint, fixed bigint, reopened bigint, timed bigint, seconds numeric, score_change bigint, scored_change bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT d.day, sum(d.appeared), sum(d.fixed), sum(d.reopened), sum(d.timed), sum(d.seconds), sum(d.score_change), sum(d.scored_change)
    FROM website_days d JOIN tenants_of_current(wanted) t ON t.id = d.organization_id
    WHERE d.day >= since GROUP BY d.day;
  END;

CREATE FUNCTION tenant_scores(wanted text[])
  RETURNS TABLE (organization_id text, name text, grade text, websites bigint, scored bigint, score_sum bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT t.id, t.name, w.grade, count(w.id), count(w.security_score), coalesce(sum(w.security_score), 0)
    FROM tenants_of_current(wanted) t LEFT JOIN websites w ON w.organization_id = t.id
    GROUP BY t.id, t.name, w.grade;
  END;

CREATE FUNCTION tenant_totals(wanted text[]) RETURNS TABLE (organization_id text, state text, severity text, count bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT sums.organization_id, x.state, x.severity, x.count FROM (
      SELECT w.organization_id,
        sum(open_critical) AS a1, sum(open_high) AS a2, sum(open_medium) AS a3, sum(open_low) AS a4, sum(open_info) AS a5,
        sum(reopened_critical) AS b1, sum(reopened_high) AS b2, sum(reopened_medium) AS b3, sum(reopened_low) AS b4, sum(reopened_info) AS b5,
        sum(fixed_critical) AS c1, sum(fixed_high) AS c2, sum(fixed_medium) AS c3, sum(fixed_low) AS c4, sum(fixed_info) AS c5,
        sum(accepted_risk_critical) AS d1, sum(accepted_risk_high) AS d2, sum(accepted_risk_medium) AS d3, sum(accepted_risk_low) AS d4, sum(accepted_risk_info) AS d5,
        sum(false_positive_critical) AS e1, sum(false_positive_high) AS e2, sum(false_positive_medium) AS e3, sum(false_positive_low) AS e4, sum(false_positive_info) AS e5
      FROM website_totals w JOIN tenants_of_current(wanted) t ON t.id = w.organization_id GROUP BY w.organization_id
    ) AS sums, LATERAL (VALUES
      ('open', 'critical', a1), ('open', 'high', a2), ('open', 'medium', a3), ('open', 'low', a4), ('open', 'info', a5),
      ('reopened', 'critical', b1), ('reopened', 'high', b2), ('reopened', 'medium', b3), ('reopened', 'low', b4), ('reopened', 'info', b5),
      ('fixed', 'critical', c1), ('fixed', 'high', c2), ('fixed', 'medium', c3), ('fixed', 'low', c4), ('fixed', 'info', c5),
      ('accepted_risk', 'critical', d1), ('accepted_risk', 'high', d2), ('accepted_risk', 'medium', d3), ('accepted_risk', 'low', d4), ('accepted_risk', 'info', d5),
      ('false_positive', 'critical', e1), ('false_positive', 'high', e2), ('false_positive', 'medium', e3), ('false_positive', 'low', e4), ('false_positive', 'info', e5)
    ) AS x (state, severity, count);
  END;

CREATE FUNCTION tenant_watch(wanted text[]) RETURNS TABLE (kind text, status text, count bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT 'monitor', CASE WHEN m.enabled THEN m.status ELSE 'disabled' END, count(*)
    FROM monitors m JOIN tenants_of_current(wanted) t ON t.id = m.organization_id GROUP BY 2
    UNION ALL
    SELECT 'scan', s.status, count(*) FROM scans s JOIN tenants_of_current(wanted) t ON t.id = s.organization_id
    WHERE s.status IN ('queued', 'running') GROUP BY 2;
  END;

DO $$
DECLARE
  name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO lasthash_system;
  FOREACH name IN ARRAY ARRAY['tenants_of_current(text[])', 'tenant_days(text[], date)', 'tenant_scores(text[])', 'tenant_totals(text[])', 'tenant_watch(text[])'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lasthash_system', name);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lasthash_app', name);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM lasthash_system;
END $$;
