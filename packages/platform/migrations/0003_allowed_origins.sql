-- A browser's preflight carries no key, so which organisation asks is not known: whether any of them names an origin is all
-- that it is told.
CREATE INDEX organizations_by_origin ON organizations USING gin (allowed_origins);

CREATE FUNCTION is_allowed_origin(wanted text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM organizations o WHERE o.allowed_origins @> ARRAY[wanted]);
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION is_allowed_origin(text) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION is_allowed_origin(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_allowed_origin(text) TO lasthash_app;
