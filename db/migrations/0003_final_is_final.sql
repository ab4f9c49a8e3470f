-- final-is-final: what an erased account may do, take itself out of a lock that has ended, let every
-- change through of a lock that never had an account.
CREATE OR REPLACE FUNCTION refuse_change_of_final_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  allowed cart_item_locks := OLD;
BEGIN
  IF NEW.user_id IS NULL THEN allowed.user_id := NULL; END IF;
  IF NEW IS NOT DISTINCT FROM allowed THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'lock % is %, which is final', OLD.id, OLD.status
    USING ERRCODE = 'check_violation', CONSTRAINT = 'final_is_final';
END $$;
--> statement-breakpoint
DROP TRIGGER final_is_final ON cart_item_locks;
--> statement-breakpoint
CREATE TRIGGER final_is_final BEFORE UPDATE ON cart_item_locks
  FOR EACH ROW WHEN (OLD.status <> 'active')
  EXECUTE FUNCTION refuse_change_of_final_lock();
