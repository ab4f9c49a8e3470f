ALTER TABLE "tenant_settings" ADD COLUMN "orphan_rule" text;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "restricted_view" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "floor" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant_settings" ADD CONSTRAINT "settings_orphan_rule" CHECK ("tenant_settings"."orphan_rule" IN ('off', 'lenient', 'strict'));--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_floor" CHECK ("zones"."floor" BETWEEN 0 AND 20);