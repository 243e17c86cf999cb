/**
 * The statements that fill an estate. Everything follows from a row's number: every other website is the first
 * organisation's, the rest are dealt out; what is spread by chance is spread by a hash of the number.
 */
export const SQL = {
  // 80 days back and no further: all of it lies in partitions that are kept.
  functions: `
    CREATE FUNCTION pg_temp.id_at(prefix text, at timestamptz, n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT prefix || '_' || (SELECT string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz',
          ((((extract(epoch FROM at) * 1000)::bigint >> (5 * (9 - digit))) & 31)::int) + 1, 1), '' ORDER BY digit)
        FROM generate_series(0, 9) AS digit) || lpad(n::text, 16, '0') $$;
    CREATE FUNCTION pg_temp.chance(n bigint, seed int, sides int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT ((hashint8extended(n, seed) & 9007199254740991) % sides)::int $$;
    CREATE FUNCTION pg_temp.org(n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT 'org_' || lpad(n::text, 26, '0') $$;
    CREATE FUNCTION pg_temp.ws(n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT 'ws_' || lpad(n::text, 26, '0') $$;
    CREATE FUNCTION pg_temp.share(n bigint, organizations bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT pg_temp.org(CASE WHEN n % 2 = 0 OR organizations < 2 THEN 0 ELSE 1 + (n / 2) % (organizations - 1) END) $$;
    CREATE FUNCTION pg_temp.owner(website bigint, websites bigint, organizations bigint) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT pg_temp.share(website, organizations) $$;
    CREATE FUNCTION pg_temp.site(n bigint, round_size bigint, websites bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT 1 + (n - 1) % round_size * websites / round_size $$;
    CREATE FUNCTION pg_temp.moment(round int) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT date_trunc('day', now()) - make_interval(days => (10 - round) * 8) $$;
    CREATE TEMPORARY TABLE moments AS
      SELECT round::int AS round, pg_temp.moment(round::int) AS at, substr(pg_temp.id_at('', pg_temp.moment(round::int), 0), 2, 10) AS head
      FROM generate_series(1, 10) round;
    CREATE FUNCTION pg_temp.scan(head text, website bigint, round int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT 'scan_' || head || lpad((website * 10 + round)::text, 16, '0') $$;`,

  organizations: `
    INSERT INTO organizations (id, name, plan, requests_per_minute)
    SELECT pg_temp.org(n), 'Organisation ' || n, 'enterprise', 100000000 FROM generate_series(0, $1::bigint - 1) n`,

  websites: `
    INSERT INTO websites (id, organization_id, url, origin, name, tags, group_ids, verified_at, security_score, grade, score_version,
      latest_scan_id, open_critical, open_high, open_medium, open_low, open_info)
    SELECT pg_temp.ws(w), pg_temp.owner(w, $1, $2), 'https://site-' || w || '.example/', 'https://site-' || w || '.example',
      'Site ' || w, CASE WHEN w % 100 = 8 THEN ARRAY['rare'] ELSE ARRAY['shop', 'group-' || w % 50] END,
      CASE WHEN w % 2000 = 6 THEN ARRAY['grp_rare'] WHEN w % 4 = 0 THEN ARRAY['grp_usual'] ELSE '{}' END,
      CASE WHEN w % 1000 = 10 THEN now() END, pg_temp.chance(w, 1, 101), 'B', 1, pg_temp.scan(m.head, w, 10), w % 2, w % 3, w % 5, w % 7, w % 11
    FROM generate_series(1, $1::bigint) w, moments m WHERE m.round = 10`,

  tags: `
    INSERT INTO website_tags (organization_id, tag, website_id)
    SELECT organization_id, tag, id FROM websites, unnest(tags) AS tag`,

  groups: `
    INSERT INTO website_group_members (organization_id, group_id, website_id)
    SELECT organization_id, group_id, id FROM websites, unnest(group_ids) AS group_id`,

  scans: `
    INSERT INTO scans (id, organization_id, website_id, url, scan_type, priority, status, attempts, security_score, grade,
      score_version, high, medium, low, info, duration_ms, kept_days, created_at, started_at, completed_at)
    SELECT pg_temp.scan(head, w, round), pg_temp.owner(w, $1, $2), pg_temp.ws(w), 'https://site-' || w || '.example/',
      CASE WHEN round < 3 THEN 'quick' ELSE 'full' END, 'normal', CASE WHEN pg_temp.chance(w * 10 + round, 2, 200) = 0 THEN 'failed' ELSE 'done' END,
      1, 85, 'B', 1, 2, 5, 8, 3, 42000, $3, at, at, at
    FROM moments, generate_series(1, $1::bigint) w ORDER BY round, w`,

  // Those of one round: written, and numbered, website by website, as scans write them.
  vulnerabilities: `
    INSERT INTO vulnerabilities (id, organization_id, website_id, fingerprint, "check", outcome, type, severity, confidence,
      status, cve, assignee, known_exploited, first_scan_id, last_scan_id, first_seen_at, last_seen_at, fixed_at)
    SELECT 'vuln_' || seen.head || lpad(n::text, 16, '0'), pg_temp.owner(w, $4, $5), pg_temp.ws(w), sha256(n::text::bytea),
      'bench/check-' || pg_temp.chance(n, 3, 300), CASE WHEN pg_temp.chance(n, 16, 9) = 0 THEN 'weak' ELSE 'missing' END,
      (ARRAY['misconfiguration', 'vulnerability', 'exposure', 'information', 'threat'])[1 + least(4, pg_temp.chance(n, 4, 100) / 24)],
      CASE WHEN s < 1 THEN 'critical' WHEN s < 8 THEN 'high' WHEN s < 35 THEN 'medium' WHEN s < 80 THEN 'low' ELSE 'info' END,
      CASE WHEN c < 30 THEN 'confirmed' WHEN c < 90 THEN 'firm' ELSE 'tentative' END,
      CASE WHEN t < 60 THEN 'open' WHEN t < 90 THEN 'fixed' WHEN t < 95 THEN 'reopened' WHEN t < 98 THEN 'accepted_risk' ELSE 'false_positive' END,
      CASE WHEN pg_temp.chance(n, 8, 50) = 0 THEN 'CVE-2026-' || pg_temp.chance(n, 9, 1000) END,
      CASE WHEN pg_temp.chance(n, 10, 200) = 0 THEN 'somebody@example.com' END, pg_temp.chance(n, 17, 2000) = 0,
      pg_temp.scan(seen.head, w, $3::int), pg_temp.scan(last.head, w, 10), seen.at, now(), CASE WHEN t >= 60 AND t < 90 THEN now() END
    FROM moments seen, moments last, generate_series($1::bigint, $2::bigint) n,
      LATERAL (SELECT pg_temp.site(n, $6, $4) AS w, pg_temp.chance(n, 5, 100) AS s, pg_temp.chance(n, 6, 100) AS c, pg_temp.chance(n, 7, 100) AS t) spread
    WHERE seen.round = $3 AND last.round = 10`,

  findings: `
    INSERT INTO scan_findings (scan_id, vulnerability_id, kept_days, organization_id, detected_at, detail)
    SELECT pg_temp.scan(last.head, w, 10), 'vuln_' || seen.head || lpad(n::text, 16, '0'), $7, pg_temp.owner(w, $4, $5), now(),
      $8::jsonb || jsonb_build_object('check', 'bench/check-' || pg_temp.chance(n, 3, 300), 'title', 'Finding number ' || n)
    FROM moments seen, moments last, generate_series($1::bigint, $2::bigint) n, LATERAL (SELECT pg_temp.site(n, $6, $4) AS w) site
    WHERE seen.round = $3 AND last.round = 10`,

  events: `
    INSERT INTO events (id, organization_id, type, data, created_at)
    SELECT pg_temp.id_at('evt', at, n), pg_temp.share(n, $2),
      CASE WHEN pg_temp.chance(n, 11, 10000) = 0 THEN 'schedule.disabled' ELSE (ARRAY['scan.queued', 'scan.started', 'scan.completed',
        'vulnerability.detected', 'vulnerability.resolved', 'vulnerability.reopened', 'score.degraded', 'score.improved',
        'alert.opened', 'alert.resolved', 'website.created', 'monitor.down'])[1 + pg_temp.chance(n, 15, 12)] END, '{"bench": true}', at
    FROM generate_series(1, $1::bigint) n, LATERAL (SELECT date_trunc('day', now()) - make_interval(secs => 6900000.0 * ($1 - n) / $1) AS at) moment`,

  webhooks: `
    INSERT INTO webhooks (id, organization_id, url, events, secret)
    SELECT 'wh_' || lpad(n::text, 26, '0'), pg_temp.org(n), 'https://hooks.example/', ARRAY['scan.completed'], ''
    FROM generate_series(0, $1::bigint - 1) n`,

  deliveries: `
    INSERT INTO deliveries (id, organization_id, webhook_id, event_id, event_type, status, attempt_count, next_attempt_at, created_at, completed_at)
    SELECT pg_temp.id_at('dlv', at, n), pg_temp.share(n, $2), 'wh_' || substr(pg_temp.share(n, $2), 5), pg_temp.id_at('evt', at, n), 'scan.completed',
      CASE WHEN pg_temp.chance(n, 12, 1000) = 0 THEN 'failed' ELSE 'succeeded' END, 1, NULL, at, at
    FROM generate_series(1, $1::bigint) n, LATERAL (SELECT date_trunc('day', now()) - make_interval(secs => 6900000.0 * ($1 - n) / $1) AS at) moment`,

  attempts: `
    INSERT INTO delivery_attempts (delivery_id, number, organization_id, webhook_id, attempted_at, duration_ms, request, response)
    SELECT pg_temp.id_at('dlv', at, n), 1, pg_temp.share(n, $2), 'wh_' || substr(pg_temp.share(n, $2), 5), at, 12,
      '{"url": "https://hooks.example/", "headers": {}, "body": "{}"}', '{"status": 200, "headers": {}, "body": ""}'
    FROM generate_series(1, $1::bigint) n, LATERAL (SELECT date_trunc('day', now()) - make_interval(secs => 6900000.0 * ($1 - n) / $1) AS at) moment`,

  monitors: `
    INSERT INTO monitors (id, organization_id, website_id, kind, interval_seconds, thresholds, status, enabled)
    SELECT 'mon_' || lpad(w::text, 26, '0'), pg_temp.owner(w, $1, $2), pg_temp.ws(w),
      CASE WHEN w % 500 = 0 THEN 'content' ELSE 'uptime' END, 300, '{}', CASE WHEN w % 400 = 3 THEN 'down' ELSE 'up' END, false
    FROM generate_series(1, $1::bigint) w`,

  alerts: `
    INSERT INTO alerts (id, organization_id, website_id, monitor_id, kind, cause, severity, status, summary, data, last_seen_at)
    SELECT 'alt_' || lpad(n::text, 26, '0'), pg_temp.owner(w, $2, $3), pg_temp.ws(w), 'mon_' || lpad(w::text, 26, '0'), 'uptime', 'cause-' || n,
      CASE WHEN pg_temp.chance(n, 13, 500) = 0 THEN 'critical' ELSE 'medium' END,
      CASE WHEN pg_temp.chance(n, 14, 300) = 0 THEN 'open' ELSE 'resolved' END, 'Bench', '{}', now()
    FROM generate_series(1, $1::bigint) n, LATERAL (SELECT 1 + n % $2::bigint AS w) site`,

  schedules: `
    INSERT INTO schedules (id, organization_id, website_id, every, time_zone, scan_type, priority, enabled, next_run_at)
    SELECT 'sch_' || lpad(w::text, 26, '0'), pg_temp.owner(w, $1, $2), pg_temp.ws(w), 'monthly', 'UTC', 'quick', 'low', true, now() + interval '20 days'
    FROM generate_series(1, $1::bigint, 4) w`,

  audit: `
    INSERT INTO audit_log (organization_id, sequence, created_at, actor, address, request_id, operation, object_id, hash, seal)
    SELECT pg_temp.org(0), n, now() - make_interval(secs => $1 - n), CASE WHEN n % 1000 = 0 THEN 'key_rare' ELSE 'key_00000000000000000000000000' END,
      '127.0.0.1', 'req_' || n, CASE WHEN n % 2000 = 0 THEN 'deleteWebsite' ELSE 'createWebsite' END, pg_temp.ws(n), '', ''
    FROM generate_series(1, $1::bigint) n`,

  comments: `
    WITH commented AS (
      INSERT INTO vulnerability_comments (id, organization_id, vulnerability_id, author, body)
      SELECT 'cmt_' || lpad(n::text, 26, '0'), pg_temp.org(0), $1, 'somebody', 'Text'
      FROM generate_series(1, 10000) n
    )
    INSERT INTO vulnerability_changes (organization_id, vulnerability_id, field, before, after, author)
    SELECT pg_temp.org(0), $1, 'assignee', 'a', 'b', 'somebody' FROM generate_series(1, 10000)`,
}
