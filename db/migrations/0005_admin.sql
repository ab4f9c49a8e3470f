CREATE TABLE "alert_rules" (
	"tenant_id" integer NOT NULL,
	"kind" text NOT NULL,
	"enabled" boolean,
	"threshold" double precision,
	"window_seconds" integer,
	"mail" boolean,
	CONSTRAINT "alert_rules_tenant_id_kind_pk" PRIMARY KEY("tenant_id","kind"),
	CONSTRAINT "alert_rules_threshold" CHECK ("alert_rules"."threshold" > 0),
	CONSTRAINT "alert_rules_window" CHECK ("alert_rules"."window_seconds" BETWEEN 10 AND 86400)
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_kind" text,
	"source" text DEFAULT '' NOT NULL,
	"event_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	"figures" jsonb NOT NULL,
	"acknowledged_by" text,
	"acknowledged_at" timestamp with time zone,
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "alerts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "alerts_status" CHECK ("alerts"."status" IN ('open', 'acknowledged', 'resolved'))
);
--> statement-breakpoint
CREATE TABLE "cool_downs" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"source" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"alert_id" uuid,
	"started_by" text NOT NULL,
	CONSTRAINT "cool_downs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "cool_downs_kind" CHECK ("cool_downs"."source_kind" IN ('session', 'account', 'address'))
);
--> statement-breakpoint
CREATE TABLE "analytics_marks" (
	"tenant_id" integer PRIMARY KEY NOT NULL,
	"counted_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart_days" (
	"tenant_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"carts" integer NOT NULL,
	"checkout" integer NOT NULL,
	"paying" integer NOT NULL,
	"sold" integer NOT NULL,
	"back" integer NOT NULL,
	"back_sold" integer NOT NULL,
	"sold_within" integer[] NOT NULL,
	"convert_ms" bigint NOT NULL,
	CONSTRAINT "cart_days_tenant_id_event_id_day_pk" PRIMARY KEY("tenant_id","event_id","day")
);
--> statement-breakpoint
CREATE TABLE "event_viewers" (
	"tenant_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"visitor" text NOT NULL,
	CONSTRAINT "event_viewers_tenant_id_event_id_day_visitor_pk" PRIMARY KEY("tenant_id","event_id","day","visitor")
);
--> statement-breakpoint
CREATE TABLE "counted_carts" (
	"tenant_id" integer NOT NULL,
	"cart_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"session_key" varchar(40) NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"last_locked_at" timestamp with time zone NOT NULL,
	"sold" boolean NOT NULL,
	CONSTRAINT "counted_carts_tenant_id_cart_id_pk" PRIMARY KEY("tenant_id","cart_id")
);
--> statement-breakpoint
CREATE TABLE "house_days" (
	"tenant_id" integer NOT NULL,
	"dimension" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"sale_locks" integer NOT NULL,
	"sale_units" integer NOT NULL,
	"sale_value" bigint NOT NULL,
	"timeout_locks" integer NOT NULL,
	"timeout_units" integer NOT NULL,
	"timeout_value" bigint NOT NULL,
	"buyer_locks" integer NOT NULL,
	"buyer_units" integer NOT NULL,
	"buyer_value" bigint NOT NULL,
	"tab_closed_locks" integer NOT NULL,
	"tab_closed_units" integer NOT NULL,
	"tab_closed_value" bigint NOT NULL,
	"admin_locks" integer NOT NULL,
	"admin_units" integer NOT NULL,
	"admin_value" bigint NOT NULL,
	CONSTRAINT "house_days_tenant_id_dimension_day_key_pk" PRIMARY KEY("tenant_id","dimension","day","key")
);
--> statement-breakpoint
CREATE TABLE "lock_days" (
	"tenant_id" integer NOT NULL,
	"dimension" text NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"sale_locks" integer NOT NULL,
	"sale_units" integer NOT NULL,
	"sale_value" bigint NOT NULL,
	"timeout_locks" integer NOT NULL,
	"timeout_units" integer NOT NULL,
	"timeout_value" bigint NOT NULL,
	"buyer_locks" integer NOT NULL,
	"buyer_units" integer NOT NULL,
	"buyer_value" bigint NOT NULL,
	"tab_closed_locks" integer NOT NULL,
	"tab_closed_units" integer NOT NULL,
	"tab_closed_value" bigint NOT NULL,
	"admin_locks" integer NOT NULL,
	"admin_units" integer NOT NULL,
	"admin_value" bigint NOT NULL,
	CONSTRAINT "lock_days_tenant_id_dimension_event_id_day_key_pk" PRIMARY KEY("tenant_id","dimension","event_id","day","key")
);
--> statement-breakpoint
CREATE TABLE "seat_days" (
	"tenant_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"seat_id" integer NOT NULL,
	"locks" integer NOT NULL,
	"sold" integer NOT NULL,
	"abandoned" integer NOT NULL,
	CONSTRAINT "seat_days_tenant_id_event_id_day_seat_id_pk" PRIMARY KEY("tenant_id","event_id","day","seat_id")
);
--> statement-breakpoint
CREATE TABLE "view_days" (
	"tenant_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"device" text NOT NULL,
	"visitors" integer NOT NULL,
	CONSTRAINT "view_days_tenant_id_event_id_day_device_pk" PRIMARY KEY("tenant_id","event_id","day","device")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"user_id" uuid,
	"user_name" text NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	CONSTRAINT "audit_log_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "audit_action_form" CHECK ("audit_log"."action" ~ '^[a-z_]+\.[a-z_]+$')
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" IN ('owner', 'manager', 'box_office', 'scanner')),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_end_once" CHECK ("invitations"."accepted_at" IS NULL OR "invitations"."revoked_at" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text NOT NULL,
	CONSTRAINT "user_sessions_device" CHECK (length("user_sessions"."device") <= 120)
);
--> statement-breakpoint
CREATE TABLE "tenant_logos" (
	"tenant_id" integer PRIMARY KEY NOT NULL,
	"mime" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "logos_mime" CHECK ("tenant_logos"."mime" IN ('image/png', 'image/jpeg', 'image/webp')),
	CONSTRAINT "logos_size" CHECK (length("tenant_logos"."bytes") BETWEEN 1 AND 262144)
);
--> statement-breakpoint
ALTER TABLE "order_items" DROP CONSTRAINT "order_items_tenant_id_lock_id_cart_item_locks_tenant_id_id_fk";
--> statement-breakpoint
ALTER TABLE "order_locks" DROP CONSTRAINT "order_locks_tenant_id_lock_id_cart_item_locks_tenant_id_id_fk";
--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD COLUMN "cart_id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD COLUMN "checkout_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD COLUMN "paying_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "languages" text[] DEFAULT '{es,en}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "logo_hash" text;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cool_downs" ADD CONSTRAINT "cool_downs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analytics_marks" ADD CONSTRAINT "analytics_marks_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_days" ADD CONSTRAINT "cart_days_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_viewers" ADD CONSTRAINT "event_viewers_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_carts" ADD CONSTRAINT "counted_carts_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "house_days" ADD CONSTRAINT "house_days_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lock_days" ADD CONSTRAINT "lock_days_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_days" ADD CONSTRAINT "seat_days_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_days" ADD CONSTRAINT "seat_days_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_days" ADD CONSTRAINT "view_days_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_logos" ADD CONSTRAINT "tenant_logos_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_lasting_alert" ON "alerts" USING btree ("tenant_id","kind","source",coalesce("event_id", '00000000-0000-0000-0000-000000000000')) WHERE "alerts"."ended_at" IS NULL AND "alerts"."kind" <> 'test';--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("tenant_id","raised_at");--> statement-breakpoint
CREATE INDEX "cool_downs_by_end" ON "cool_downs" USING btree ("tenant_id","until");--> statement-breakpoint
CREATE INDEX "cart_days_by_day" ON "cart_days" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "event_viewers_by_day" ON "event_viewers" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "counted_carts_by_session" ON "counted_carts" USING btree ("tenant_id","event_id","session_key");--> statement-breakpoint
CREATE INDEX "lock_days_by_day" ON "lock_days" USING btree ("tenant_id","dimension","day");--> statement-breakpoint
CREATE INDEX "view_days_by_day" ON "view_days" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "audit_log_by_time" ON "audit_log" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_invitation" ON "invitations" USING btree ("tenant_id","email") WHERE "invitations"."accepted_at" IS NULL AND "invitations"."revoked_at" IS NULL;--> statement-breakpoint
CREATE INDEX "user_sessions_by_user" ON "user_sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "locks_by_time" ON "cart_item_locks" USING btree ("locked_at");--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD CONSTRAINT "locks_device" CHECK ("cart_item_locks"."device" IN ('phone', 'tablet', 'desktop', 'program'));--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD CONSTRAINT "locks_address_form" CHECK (length("cart_item_locks"."address_hash") = 22);--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_slug_free" CHECK ("tenants"."slug" NOT IN ('account', 'admin', 'invitation', 'orders', 'sign-in')) NOT VALID;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_languages" CHECK (cardinality("tenants"."languages") BETWEEN 1 AND 2 AND "tenants"."languages" <@ '{es,en}');--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_logo_form" CHECK ("tenants"."logo_hash" ~ '^[0-9a-f]{16}$');