-- The role that the app works as. It owns nothing, so row-level security binds it.
-- Roles belong to the whole server: two databases may be migrated at the same moment.
DO $$
BEGIN
  CREATE ROLE butaca_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- From PostgreSQL 16 on, who makes a role may grant it but not yet work as it.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT butaca_app TO %I', current_user);
  END IF;
EXCEPTION
  WHEN unique_violation THEN NULL;
  -- Another login made the role; to have been made a member is enough.
  WHEN insufficient_privilege THEN
    IF NOT pg_has_role(current_user, 'butaca_app', 'MEMBER') THEN RAISE; END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, drizzle TO butaca_app;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO butaca_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO butaca_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON tenants FROM butaca_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO butaca_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO butaca_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO butaca_app;
--> statement-breakpoint
-- tenant-wall: a transaction sees the rows of the tenant that it named, or none.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tenant_settings', 'memberships', 'venues', 'events', 'zones', 'seats',
    'cart_item_locks', 'orders', 'order_locks', 'order_items', 'payments', 'tickets', 'outbox',
    'job_steps', 'idempotency_keys']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %I
         USING (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))
         WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- final-is-final: a lock that has ended never changes again.
CREATE FUNCTION refuse_change_of_final_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'lock % is %, which is final', OLD.id, OLD.status
    USING ERRCODE = 'check_violation', CONSTRAINT = 'final_is_final';
END $$;
--> statement-breakpoint
-- An account may be erased afterwards; nothing else about the lock may change.
CREATE TRIGGER final_is_final BEFORE UPDATE ON cart_item_locks
  FOR EACH ROW WHEN (OLD.status <> 'active' AND NOT (NEW.user_id IS NULL AND NEW.status = OLD.status))
  EXECUTE FUNCTION refuse_change_of_final_lock();
--> statement-breakpoint
-- The few questions that come before a tenant is known. Each answers only what it must.
CREATE FUNCTION tenant_of_event(wanted uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT tenant_id FROM events WHERE id = wanted LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION tenant_of_order(wanted uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT tenant_id FROM orders WHERE id = wanted LIMIT 1 $$;
--> statement-breakpoint
CREATE FUNCTION tenants_with_stale_locks() RETURNS SETOF int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM tenants t WHERE EXISTS (
          SELECT 1 FROM cart_item_locks l
          WHERE l.tenant_id = t.id AND l.status = 'active' AND l.expires_at <= clock_timestamp())
        ORDER BY id $$;
--> statement-breakpoint
CREATE FUNCTION tenants_with_due_outbox() RETURNS SETOF int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM tenants t WHERE EXISTS (
          SELECT 1 FROM outbox o
          WHERE o.tenant_id = t.id AND o.sent_at IS NULL AND o.next_attempt_at <= clock_timestamp())
        ORDER BY id $$;
--> statement-breakpoint
CREATE FUNCTION memberships_of_user(wanted uuid) RETURNS TABLE (tenant_id int, slug text, name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT m.tenant_id, t.slug, t.name, m.role FROM memberships m JOIN tenants t ON t.id = m.tenant_id
        WHERE m.user_id = wanted ORDER BY t.name $$;
--> statement-breakpoint
-- What is on, at every organizer: published events are public.
CREATE VIEW published_events AS
  SELECT e.*, t.slug AS tenant_slug, t.name AS tenant_name, t.currency, t.time_zone,
         v.name AS venue_name, v.city AS venue_city,
         (SELECT min(z.price_minor) FROM zones z
          WHERE z.tenant_id = e.tenant_id AND z.event_id = e.id) AS from_minor,
         NOT (EXISTS (SELECT FROM zones z
                WHERE z.tenant_id = e.tenant_id AND z.event_id = e.id
                  AND z.kind = 'general' AND z.sold < z.capacity)
              OR EXISTS (SELECT FROM seats s
                WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id
                  AND s.status = 'available')) AS sold_out
  FROM events e
  JOIN tenants t ON t.id = e.tenant_id
  JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
  WHERE e.status = 'published';
--> statement-breakpoint
GRANT SELECT ON published_events TO butaca_app;
