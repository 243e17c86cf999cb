-- People. better-auth keeps who they are and how they log in (auth_*), which the service's own role does not see, but for
-- the names of an organisation's people; what they may do, and who is asked to join, is ours, and kept to its organisation.
CREATE TABLE auth_users (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  -- In lower case.
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth_sessions (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  -- The cookie holds it together with a signature under the installation's secret: a leaked table opens nothing.
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_sessions_by_user ON auth_sessions (user_id, id DESC);
CREATE INDEX auth_sessions_by_end ON auth_sessions (expires_at);
-- One row for each way in: the password (scrypt), or the subject at the OpenID provider.
CREATE TABLE auth_accounts (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX auth_accounts_by_user ON auth_accounts (user_id);
-- What is under way: a log-in that waits for its second factor or for the provider, a password that is to be set anew.
CREATE TABLE auth_verifications (
  id text COLLATE "C" PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_verifications_by_identifier ON auth_verifications (identifier);
CREATE INDEX auth_verifications_by_end ON auth_verifications (expires_at);
-- Secret and backup codes are encrypted under the installation's secret.
CREATE TABLE auth_two_factors (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX auth_two_factors_by_user ON auth_two_factors (user_id);
-- Failed log-ins in the present window, for each address and each account: over all replicas.
CREATE TABLE auth_failures (
  -- SHA-256 of what is counted: whoever types a password into the field for the address has not left it here.
  subject bytea PRIMARY KEY,
  failures integer NOT NULL,
  until timestamptz NOT NULL
);

CREATE TABLE memberships (
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'analyst', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id, created_at);

CREATE TABLE invitations (
  id text COLLATE "C" PRIMARY KEY,
  organization_id text COLLATE "C" NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- In lower case.
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'analyst', 'viewer')),
  -- SHA-256 of 256 random bits, which only the link holds.
  token_hash bytea NOT NULL UNIQUE,
  -- A key or a person.
  invited_by text NOT NULL,
  -- The link went to the address, so that whoever has it can read that mailbox. Null: it was given to whoever invited.
  mailed_at timestamptz,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by text COLLATE "C" REFERENCES auth_users ON DELETE SET NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX invitations_by_organization ON invitations (organization_id, id DESC);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['auth_users', 'auth_sessions', 'auth_accounts', 'auth_verifications', 'auth_two_factors',
    'auth_failures', 'memberships', 'invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY every_organization ON %I TO lasthash_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_system', name);
    IF name IN ('memberships', 'invitations') THEN
      EXECUTE format(
        'CREATE POLICY own_organization ON %I TO lasthash_app USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
        name);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lasthash_app', name);
    END IF;
  END LOOP;
END $$;

-- An organisation sees the names of its people, and where they are logged in; and it may end that. Nothing that opens anything.
CREATE POLICY own_people ON auth_users TO lasthash_app
  USING (EXISTS (SELECT FROM memberships m WHERE m.user_id = auth_users.id AND m.organization_id = current_organization()));
GRANT SELECT (id, name, email, email_verified, two_factor_enabled, created_at) ON auth_users TO lasthash_app;
CREATE POLICY own_people ON auth_sessions TO lasthash_app
  USING (EXISTS (SELECT FROM memberships m WHERE m.user_id = auth_sessions.user_id AND m.organization_id = current_organization()));
GRANT SELECT (id, user_id, expires_at, ip_address, user_agent, created_at, updated_at), DELETE ON auth_sessions TO lasthash_app;

-- A person is known before it is known which organisation is meant.
CREATE FUNCTION find_memberships(wanted text)
  RETURNS TABLE (
    organization_id text, name text, role text, plan text, requests_per_minute integer, allowed_origins text[],
    suspended_at timestamptz, test boolean)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT o.id, o.name, m.role, o.plan, o.requests_per_minute, o.allowed_origins, o.suspended_at, o.test
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
    WHERE m.user_id = wanted
    ORDER BY m.created_at, m.organization_id;
  END;

-- Whoever has the link is in no organisation yet. It finds one row by a 256-bit hash and nothing else.
CREATE FUNCTION find_invitation(wanted bytea)
  RETURNS TABLE (
    id text, organization_id text, organization text, email text, role text, mailed_at timestamptz, expires_at timestamptz,
    accepted_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT i.id, i.organization_id, o.name, i.email, i.role, i.mailed_at, i.expires_at, i.accepted_at, i.revoked_at
    FROM invitations i JOIN organizations o ON o.id = i.organization_id
    WHERE i.token_hash = wanted;
  END;

-- Who did it: a key, or a person.
ALTER TABLE audit_log RENAME COLUMN key_id TO actor;
ALTER INDEX audit_log_by_key RENAME TO audit_log_by_actor;

-- A person's requests have a limit of their own, beside the one of the organisation's keys.
ALTER TABLE rate_windows ADD COLUMN user_id text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE rate_windows DROP CONSTRAINT rate_windows_pkey, ADD PRIMARY KEY (organization_id, user_id);

ALTER TABLE api_keys
  -- A key or a person; null for those that the service made itself.
  ADD COLUMN created_by text COLLATE "C",
  -- Of browsers: such a key reads only, and only in pages of these origins.
  ADD COLUMN allowed_origins text[] NOT NULL DEFAULT '{}';
CREATE INDEX api_keys_by_origin ON api_keys USING gin (allowed_origins);

-- Keys that could do everything still can.
SET LOCAL ROLE lasthash_system;
UPDATE api_keys SET scopes = scopes || '{users:read,users:write,sessions:read,sessions:write,billing:write}'
  WHERE scopes @> '{organizations:write,api_keys:write,metrics:read}';
RESET ROLE;

DROP FUNCTION find_api_key(bytea);
CREATE FUNCTION find_api_key(wanted bytea)
  RETURNS TABLE (
    id text, organization_id text, scopes text[], allowed_cidrs cidr[], key_origins text[], expires_at timestamptz,
    revoked_at timestamptz, prefix text, last_used_at timestamptz, plan text, requests_per_minute integer,
    concurrent_scans integer, allowed_origins text[], suspended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT k.id, k.organization_id, k.scopes, k.allowed_cidrs, k.allowed_origins, k.expires_at, k.revoked_at, k.prefix,
      k.last_used_at, o.plan, o.requests_per_minute, o.concurrent_scans, o.allowed_origins, o.suspended_at
    FROM api_keys k JOIN organizations o ON o.id = k.organization_id
    WHERE k.hash = wanted;
  END;
DROP FUNCTION is_allowed_origin(text);
CREATE FUNCTION is_allowed_origin(wanted text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM organizations o WHERE o.allowed_origins @> ARRAY[wanted])
      OR EXISTS (SELECT FROM api_keys k WHERE k.allowed_origins @> ARRAY[wanted]);
  END;

GRANT CREATE ON SCHEMA public TO lasthash_system;
ALTER FUNCTION find_api_key(bytea) OWNER TO lasthash_system;
ALTER FUNCTION is_allowed_origin(text) OWNER TO lasthash_system;
ALTER FUNCTION find_memberships(text) OWNER TO lasthash_system;
ALTER FUNCTION find_invitation(bytea) OWNER TO lasthash_system;
REVOKE CREATE ON SCHEMA public FROM lasthash_system;
REVOKE EXECUTE ON FUNCTION find_api_key(bytea), is_allowed_origin(text), find_memberships(text), find_invitation(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(bytea), is_allowed_origin(text), find_memberships(text), find_invitation(bytea) TO lasthash_app;
