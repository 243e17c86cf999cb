-- White label: how an organisation shows itself to its people. What it does not set is as the organisation above has it.
ALTER TABLE organizations
  ADD COLUMN branding jsonb,
  -- Host, and port where it is not the usual one. Believed once it was seen to lead to this installation.
  ADD COLUMN domain text COLLATE "C" UNIQUE,
  ADD COLUMN domain_active_at timestamptz;

-- Needed where nobody is logged in yet, and by organisations that do not see the one above them. Shows nothing that is not
-- meant to be shown.
CREATE FUNCTION find_branding(wanted text, wanted_domain text)
  RETURNS TABLE (own jsonb, above jsonb, domain text)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT o.branding, p.branding,
      coalesce(CASE WHEN o.domain_active_at IS NOT NULL THEN o.domain END, CASE WHEN p.domain_active_at IS NOT NULL THEN p.domain END)
    FROM organizations o LEFT JOIN organizations p ON p.id = o.parent_id
    WHERE o.id = wanted OR (o.domain = wanted_domain AND o.domain_active_at IS NOT NULL);
  END;
GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION find_branding(text, text) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION find_branding(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_branding(text, text) TO lasthash_app, lasthash_system;
