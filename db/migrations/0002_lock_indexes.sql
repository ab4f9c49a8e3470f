DROP INDEX "locks_active_by_session";--> statement-breakpoint
DROP INDEX "locks_active_by_zone";--> statement-breakpoint
DROP INDEX "locks_active_by_deadline";--> statement-breakpoint
DROP INDEX "locks_ended_by_session";--> statement-breakpoint
CREATE INDEX "locks_active_by_session" ON "cart_item_locks" USING btree ("session_key") WHERE "cart_item_locks"."status" = 'active';--> statement-breakpoint
CREATE INDEX "locks_active_by_zone" ON "cart_item_locks" USING btree ("zone_id") WHERE "cart_item_locks"."status" = 'active' AND "cart_item_locks"."seat_id" IS NULL;--> statement-breakpoint
CREATE INDEX "locks_active_by_deadline" ON "cart_item_locks" USING btree ("expires_at") WHERE "cart_item_locks"."status" = 'active';--> statement-breakpoint
CREATE INDEX "locks_ended_by_session" ON "cart_item_locks" USING btree ("session_key","ended_at") WHERE "cart_item_locks"."status" <> 'active';