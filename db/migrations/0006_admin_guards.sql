-- Locks of before are gathered into carts as the engine does it: what one session holds of one event
-- from its first lock until it holds nothing more, for twelve hours at most. When a cart began, and
-- until when it holds something, once it has taken in one more lock:
CREATE FUNCTION take_into_cart(cart timestamptz[], locked_at timestamptz, held_until timestamptz)
  RETURNS timestamptz[] LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN locked_at <= cart[2] AND locked_at < cart[1] + interval '12 hours'
          THEN ARRAY[cart[1], greatest(cart[2], held_until)] ELSE ARRAY[locked_at, held_until] END $$;
--> statement-breakpoint
CREATE AGGREGATE cart_at (timestamptz, timestamptz) (SFUNC = take_into_cart, STYPE = timestamptz[]);
--> statement-breakpoint
ALTER TABLE cart_item_locks DISABLE TRIGGER final_is_final;
--> statement-breakpoint
-- Their ids tell when they began: UUID version 7, over the random rest of what the first lock was given.
WITH begun AS (
  SELECT tenant_id, id, event_id, session_key, cart_id, locked_at,
    (cart_at(locked_at, least(ended_at, expires_at)) OVER (
      PARTITION BY tenant_id, event_id, session_key ORDER BY locked_at, id
      ROWS UNBOUNDED PRECEDING))[1] AS began
  FROM cart_item_locks
), carts AS (
  SELECT tenant_id, id, overlay(
    replace(first_value(cart_id) OVER (
      PARTITION BY tenant_id, event_id, session_key, began ORDER BY locked_at, id)::text, '-', '')
    PLACING lpad(to_hex(floor(extract(epoch FROM began) * 1000)::bigint), 12, '0') || '7' FROM 1)::uuid AS cart_id
  FROM begun
)
UPDATE cart_item_locks l SET cart_id = c.cart_id FROM carts c
WHERE l.tenant_id = c.tenant_id AND l.id = c.id;
--> statement-breakpoint
DROP AGGREGATE cart_at (timestamptz, timestamptz);
--> statement-breakpoint
DROP FUNCTION take_into_cart;
--> statement-breakpoint
ALTER TABLE cart_item_locks ENABLE TRIGGER final_is_final;
--> statement-breakpoint
-- tenant-wall: as for every table of a tenant.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['alert_rules', 'alerts', 'cool_downs', 'analytics_marks', 'cart_days',
    'counted_carts', 'event_viewers', 'house_days', 'lock_days', 'seat_days', 'view_days', 'audit_log',
    'invitations', 'tenant_logos']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %I
         USING (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))
         WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The directory is read by all; an organizer's own row is written inside its tenant only.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY directory ON tenants FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY tenant_wall ON tenants FOR UPDATE
  USING (id = (SELECT nullif(current_setting('app.tenant_id', true), '')::int))
  WITH CHECK (id = (SELECT nullif(current_setting('app.tenant_id', true), '')::int));
--> statement-breakpoint
GRANT UPDATE (name, tagline, currency, time_zone, accent, languages, logo_hash) ON tenants TO butaca_app;
--> statement-breakpoint
-- What the staff did is written once and for good.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM butaca_app;
--> statement-breakpoint
-- Locks that ended a while ago, by the month in which they were made. Without foreign keys: to clone
-- them, each new month would hold up the sales. What a lock points at was checked where it came from.
CREATE TABLE cart_item_lock_history (
  LIKE cart_item_locks INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (tenant_id, id, locked_at),
  CONSTRAINT history_has_ended CHECK (status <> 'active')
) PARTITION BY RANGE (locked_at);
--> statement-breakpoint
CREATE INDEX history_by_time ON cart_item_lock_history (tenant_id, locked_at, id);
--> statement-breakpoint
CREATE INDEX history_by_event ON cart_item_lock_history (tenant_id, event_id, locked_at, id);
--> statement-breakpoint
CREATE INDEX history_by_seat ON cart_item_lock_history (tenant_id, seat_id) WHERE seat_id IS NOT NULL;
--> statement-breakpoint
-- Few seats are kept off sale, and each list of events asks how many.
CREATE INDEX seats_blocked ON seats (tenant_id, event_id) WHERE status = 'blocked';
--> statement-breakpoint
CREATE INDEX history_by_user ON cart_item_lock_history (user_id) WHERE user_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE cart_item_lock_history ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON cart_item_lock_history
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::int))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::int));
--> statement-breakpoint
CREATE TRIGGER final_is_final BEFORE UPDATE ON cart_item_lock_history
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_lock();
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON cart_item_lock_history FROM butaca_app;
--> statement-breakpoint
-- Zones and seats are not taken away from under the figures. Triggers fire by name: this one after the
-- foreign keys of the locks that are not moved yet, which wait for a move under way.
CREATE FUNCTION keep_for_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted bool;
BEGIN
  IF TG_TABLE_NAME = 'zones' THEN
    wanted := EXISTS (SELECT FROM cart_item_lock_history h
        WHERE h.tenant_id = OLD.tenant_id AND h.event_id = OLD.event_id AND h.zone_id = OLD.id)
      AND NOT EXISTS (SELECT FROM zones z
        WHERE z.tenant_id = OLD.tenant_id AND z.event_id = OLD.event_id AND z.id = OLD.id);
  ELSE
    wanted := EXISTS (SELECT FROM cart_item_lock_history h
        WHERE h.tenant_id = OLD.tenant_id AND h.zone_id = OLD.zone_id AND h.seat_id = OLD.id)
      AND NOT EXISTS (SELECT FROM seats s
        WHERE s.tenant_id = OLD.tenant_id AND s.zone_id = OLD.zone_id AND s.id = OLD.id);
  END IF;
  IF NOT wanted THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% of % is kept as by a foreign key: locks in the history are of it', OLD.id, TG_TABLE_NAME
    USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'history_' || TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER kept_for_history AFTER DELETE OR UPDATE OF tenant_id, event_id, id ON zones
  FOR EACH ROW EXECUTE FUNCTION keep_for_history();
--> statement-breakpoint
CREATE TRIGGER kept_for_history AFTER DELETE OR UPDATE OF tenant_id, zone_id, id ON seats
  FOR EACH ROW EXECUTE FUNCTION keep_for_history();
--> statement-breakpoint
-- An account that is erased takes its name out of the history.
CREATE FUNCTION forget_account_in_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE cart_item_lock_history SET user_id = NULL WHERE user_id = OLD.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forgotten_in_history AFTER DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION forget_account_in_history();
--> statement-breakpoint
-- Nobody but the move below takes a lock out of the table.
REVOKE DELETE ON cart_item_locks FROM butaca_app;
--> statement-breakpoint
-- Every lock, wherever it lies by now.
CREATE VIEW all_locks WITH (security_invoker = true) AS
  SELECT * FROM cart_item_locks UNION ALL SELECT * FROM cart_item_lock_history;
--> statement-breakpoint
GRANT SELECT ON all_locks TO butaca_app;
--> statement-breakpoint
-- A month's partition is reached through its parent alone; the wall stands around it all the same.
-- Made whole and then attached: nobody who reads or sells waits for that, nor that for them.
CREATE FUNCTION ensure_lock_history_month(wanted timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  opens timestamptz := date_trunc('month', wanted AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  closes timestamptz := (date_trunc('month', wanted AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  part text := 'cart_item_lock_history_' || to_char(wanted AT TIME ZONE 'UTC', 'YYYY_MM');
BEGIN
  IF to_regclass('public.' || part) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(620017346);
  IF to_regclass('public.' || part) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE cart_item_lock_history INCLUDING ALL)', part);
  EXECUTE format('REVOKE ALL ON %I FROM butaca_app', part);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format(
    'CREATE POLICY tenant_wall ON %I
       USING (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))
       WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::int))', part);
  EXECUTE format('ALTER TABLE cart_item_lock_history ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
    part, opens, closes);
END $$;
--> statement-breakpoint
CREATE FUNCTION lock_history_months() RETURNS SETOF date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT to_date(right(c.relname, 7), 'YYYY_MM') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'cart_item_lock_history'::regclass $$;
--> statement-breakpoint
-- Which are not there yet of the months in which any tenant's locks were made, this month and the two
-- after it.
CREATE FUNCTION missing_lock_history_months() RETURNS SETOF timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE made AS (
    SELECT date_trunc('month', min(locked_at) AT TIME ZONE 'UTC') AS month FROM cart_item_locks
    UNION ALL
    SELECT date_trunc('month', (SELECT min(locked_at) FROM cart_item_locks
      WHERE locked_at >= (month + interval '1 month') AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')
    FROM made WHERE month IS NOT NULL
  ), wanted AS (
    SELECT month FROM made WHERE month IS NOT NULL
    UNION
    SELECT date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC') + ahead * interval '1 month'
    FROM generate_series(0, 2) AS ahead)
  SELECT month AT TIME ZONE 'UTC' FROM wanted
  WHERE month::date NOT IN (SELECT lock_history_months()) ORDER BY month $$;
--> statement-breakpoint
-- Moves at most `most` locks of the tenant at hand that are counted, ended before `ended_before`, and
-- wanted by no order that may yet be paid, to months that are there. One statement: a lock is never in
-- both places, nor in none.
CREATE FUNCTION move_locks_to_history(ended_before timestamptz, most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant int := nullif(current_setting('app.tenant_id', true), '')::int;
  months date[] := ARRAY(SELECT lock_history_months());
  chosen uuid[];
  moved int;
BEGIN
  SELECT array_agg(id) INTO chosen FROM (
    SELECT l.id FROM cart_item_locks l
    WHERE l.tenant_id = tenant AND l.status <> 'active' AND l.ended_at < ended_before
      AND l.locked_at < ended_before AND l.locked_at < (SELECT counted_until FROM analytics_marks m WHERE m.tenant_id = tenant)
      AND date_trunc('month', l.locked_at AT TIME ZONE 'UTC')::date = ANY (months)
      AND NOT EXISTS (
        SELECT FROM order_locks ol JOIN orders o ON o.tenant_id = ol.tenant_id AND o.id = ol.order_id
        WHERE ol.tenant_id = tenant AND ol.lock_id = l.id AND o.status IN ('pending', 'failed')
          AND o.created_at > ended_before - interval '30 days')
    ORDER BY l.locked_at LIMIT most FOR UPDATE OF l SKIP LOCKED) AS old;
  IF chosen IS NULL THEN RETURN 0; END IF;
  WITH gone AS (
    DELETE FROM cart_item_locks WHERE tenant_id = tenant AND id = ANY (chosen) RETURNING *
  ) INSERT INTO cart_item_lock_history SELECT * FROM gone;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
--> statement-breakpoint
-- sale-has-lock: what an order is written for is there as it is written. It may be moved later, so
-- that a foreign key would not do.
CREATE FUNCTION require_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM cart_item_locks WHERE tenant_id = NEW.tenant_id AND id = NEW.lock_id FOR KEY SHARE;
  IF FOUND THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'there is no lock % of tenant %', NEW.lock_id, NEW.tenant_id
    USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_TABLE_NAME || '_lock';
END $$;
--> statement-breakpoint
CREATE TRIGGER has_lock BEFORE INSERT OR UPDATE OF lock_id ON order_locks
  FOR EACH ROW EXECUTE FUNCTION require_lock();
--> statement-breakpoint
CREATE TRIGGER has_lock BEFORE INSERT OR UPDATE OF lock_id ON order_items
  FOR EACH ROW EXECUTE FUNCTION require_lock();
--> statement-breakpoint
-- Questions that come before a tenant is known.
CREATE FUNCTION tenants_with_locks_since(moment timestamptz) RETURNS SETOF int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT tenant_id FROM cart_item_locks WHERE locked_at >= moment ORDER BY tenant_id $$;
--> statement-breakpoint
CREATE FUNCTION tenants_with_lasting_alerts() RETURNS SETOF int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT tenant_id FROM alerts WHERE ended_at IS NULL ORDER BY tenant_id $$;
--> statement-breakpoint
CREATE FUNCTION tenant_of_invitation(wanted uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT tenant_id FROM invitations WHERE id = wanted LIMIT 1 $$;
--> statement-breakpoint
-- For the operator's figures: how long the oldest unsent event has waited, over all tenants.
CREATE FUNCTION outbox_oldest_seconds() RETURNS float8
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8
        FROM outbox WHERE sent_at IS NULL $$;
