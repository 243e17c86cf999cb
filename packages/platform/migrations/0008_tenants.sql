-- Organisations under a parent: the parent sees and changes them, and its keys may act for them. Never more than one level.
ALTER TABLE organizations
  ADD COLUMN parent_id text COLLATE "C" REFERENCES organizations,
  -- A suspended organisation's keys are refused, and its scans wait.
  ADD COLUMN suspended_at timestamptz;
CREATE INDEX organizations_by_parent ON organizations (parent_id, id DESC);

ALTER POLICY own_organization ON organizations
  USING (id = current_organization() OR parent_id = current_organization())
  WITH CHECK (id = current_organization() OR parent_id = current_organization());

DROP FUNCTION find_api_key(bytea);
CREATE FUNCTION find_api_key(wanted bytea)
  RETURNS TABLE (
    id text, organization_id text, scopes text[], allowed_cidrs cidr[], expires_at timestamptz, revoked_at timestamptz,
    prefix text, last_used_at timestamptz, plan text, requests_per_minute integer, concurrent_scans integer, allowed_origins text[],
    suspended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT k.id, k.organization_id, k.scopes, k.allowed_cidrs, k.expires_at, k.revoked_at, k.prefix, k.last_used_at,
      o.plan, o.requests_per_minute, o.concurrent_scans, o.allowed_origins, o.suspended_at
    FROM api_keys k JOIN organizations o ON o.id = k.organization_id
    WHERE k.hash = wanted;
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION find_api_key(bytea) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION find_api_key(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(bytea) TO lasthash_app;
