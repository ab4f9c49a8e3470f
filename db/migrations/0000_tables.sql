CREATE TABLE "cart_item_locks" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"session_key" varchar(40) NOT NULL,
	"user_id" uuid,
	"event_id" uuid NOT NULL,
	"zone_id" integer NOT NULL,
	"seat_id" integer,
	"quantity" integer DEFAULT 1 NOT NULL,
	"locked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"price_at_lock" integer NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"duration_ms" integer NOT NULL,
	"max_extensions" integer NOT NULL,
	"extensions" integer DEFAULT 0 NOT NULL,
	"payment_window_ms" integer DEFAULT 0 NOT NULL,
	"former_expires_at" timestamp with time zone,
	CONSTRAINT "cart_item_locks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "locks_status" CHECK ("cart_item_locks"."status" IN ('active', 'expired', 'released', 'converted')),
	CONSTRAINT "locks_end_reason" CHECK ("cart_item_locks"."end_reason" IN ('timeout', 'buyer', 'tab_closed', 'admin', 'sale')),
	CONSTRAINT "locks_ended_once" CHECK (("cart_item_locks"."status" = 'active') = ("cart_item_locks"."ended_at" IS NULL) AND ("cart_item_locks"."status" = 'active') = ("cart_item_locks"."end_reason" IS NULL)),
	CONSTRAINT "locks_session_form" CHECK (length("cart_item_locks"."session_key") = 40),
	CONSTRAINT "locks_units" CHECK ("cart_item_locks"."quantity" >= 1 AND ("cart_item_locks"."seat_id" IS NULL OR "cart_item_locks"."quantity" = 1)),
	CONSTRAINT "locks_price" CHECK ("cart_item_locks"."price_at_lock" >= 0),
	CONSTRAINT "locks_extensions" CHECK ("cart_item_locks"."extensions" BETWEEN 0 AND "cart_item_locks"."max_extensions"),
	CONSTRAINT "bounded_life" CHECK (extract(epoch from greatest("cart_item_locks"."expires_at", "cart_item_locks"."former_expires_at") - "cart_item_locks"."locked_at") * 1000 <= "cart_item_locks"."duration_ms"::bigint * (1 + "cart_item_locks"."max_extensions") + "cart_item_locks"."payment_window_ms" + 1)
);
--> statement-breakpoint
CREATE TABLE "order_items" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"lock_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"zone_id" integer NOT NULL,
	"seat_id" integer,
	"quantity" integer NOT NULL,
	"price_minor" integer NOT NULL,
	CONSTRAINT "order_items_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "sale_has_lock" UNIQUE("tenant_id","lock_id"),
	CONSTRAINT "order_items_units" CHECK ("order_items"."quantity" >= 1 AND ("order_items"."seat_id" IS NULL OR "order_items"."quantity" = 1)),
	CONSTRAINT "order_items_price" CHECK ("order_items"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_locks" (
	"tenant_id" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"lock_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_locks_tenant_id_order_id_lock_id_pk" PRIMARY KEY("tenant_id","order_id","lock_id"),
	CONSTRAINT "order_locks_units" CHECK ("order_locks"."quantity" >= 1)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"access_key" text NOT NULL,
	"session_key" varchar(40) NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"total_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "orders_number" UNIQUE("tenant_id","number"),
	CONSTRAINT "orders_status" CHECK ("orders"."status" IN ('pending', 'paid', 'failed', 'cancelled', 'refunded')),
	CONSTRAINT "orders_total" CHECK ("orders"."total_minor" >= 0),
	CONSTRAINT "orders_paid_at" CHECK ("orders"."status" <> 'paid' OR "orders"."paid_at" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"reference" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_reference" UNIQUE("tenant_id","provider","reference"),
	CONSTRAINT "payments_status" CHECK ("payments"."status" IN ('captured', 'refund_started', 'refunded')),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"order_item_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"zone_id" integer NOT NULL,
	"seat_id" integer,
	"code" text NOT NULL,
	"status" text DEFAULT 'valid' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tickets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "tickets_code" UNIQUE("tenant_id","code"),
	CONSTRAINT "tickets_status" CHECK ("tickets"."status" IN ('valid', 'used', 'void'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" integer NOT NULL,
	"session_key" varchar(40) NOT NULL,
	"key" varchar(255) NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_tenant_id_session_key_key_pk" PRIMARY KEY("tenant_id","session_key","key"),
	CONSTRAINT "idempotency_answered" CHECK (("idempotency_keys"."status" IS NULL) = ("idempotency_keys"."body" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "job_steps" (
	"tenant_id" integer NOT NULL,
	"event_id" uuid NOT NULL,
	"step" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_steps_tenant_id_event_id_step_pk" PRIMARY KEY("tenant_id","event_id","step")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"tenant_id" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" IN ('owner', 'manager', 'box_office', 'scanner'))
);
--> statement-breakpoint
CREATE TABLE "tenant_settings" (
	"tenant_id" integer PRIMARY KEY NOT NULL,
	"cart_lock_duration" double precision,
	"max_locks_per_session" integer,
	"auto_extend_locks" boolean,
	"cart_lock_warning" double precision,
	"max_extensions" integer,
	"abandon_grace_seconds" double precision,
	"payment_window" double precision,
	CONSTRAINT "settings_duration_range" CHECK ("tenant_settings"."cart_lock_duration" > 0 AND "tenant_settings"."cart_lock_duration" <= 1440),
	CONSTRAINT "settings_limit_range" CHECK ("tenant_settings"."max_locks_per_session" BETWEEN 1 AND 1000),
	CONSTRAINT "settings_warning_range" CHECK ("tenant_settings"."cart_lock_warning" > 0),
	CONSTRAINT "settings_extensions_range" CHECK ("tenant_settings"."max_extensions" BETWEEN 0 AND 100),
	CONSTRAINT "settings_grace_range" CHECK ("tenant_settings"."abandon_grace_seconds" BETWEEN 0 AND 600),
	CONSTRAINT "settings_payment_range" CHECK ("tenant_settings"."payment_window" > 0 AND "tenant_settings"."payment_window" <= 120)
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" serial PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"host" text,
	"tagline" jsonb NOT NULL,
	"currency" char(3) NOT NULL,
	"time_zone" text NOT NULL,
	"accent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug"),
	CONSTRAINT "tenants_host_unique" UNIQUE("host"),
	CONSTRAINT "tenants_slug_form" CHECK ("tenants"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
	CONSTRAINT "tenants_currency_form" CHECK ("tenants"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "tenants_accent_form" CHECK ("tenants"."accent" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email") AND "users"."email" LIKE '%_@_%')
);
--> statement-breakpoint
CREATE TABLE "events" (
	"tenant_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"sale_starts_at" timestamp with time zone NOT NULL,
	"sale_ends_at" timestamp with time zone NOT NULL,
	"map_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "events_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "events_status" CHECK ("events"."status" IN ('draft', 'published')),
	CONSTRAINT "events_sale_window" CHECK ("events"."sale_starts_at" < "events"."sale_ends_at"),
	CONSTRAINT "events_slug_form" CHECK ("events"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,126}[a-z0-9])?$')
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"tenant_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "seats_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"zone_id" integer NOT NULL,
	"row" text NOT NULL,
	"label" text NOT NULL,
	"x" real NOT NULL,
	"y" real NOT NULL,
	"accessible" boolean DEFAULT false NOT NULL,
	"companion" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'available' NOT NULL,
	"price_minor" integer,
	CONSTRAINT "seats_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "seats_of_zone" UNIQUE("tenant_id","zone_id","id"),
	CONSTRAINT "seats_named" UNIQUE("tenant_id","zone_id","row","label"),
	CONSTRAINT "seats_status" CHECK ("seats"."status" IN ('available', 'sold', 'blocked')),
	CONSTRAINT "seats_price" CHECK ("seats"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"tenant_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "venues_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"address" text NOT NULL,
	"city" text NOT NULL,
	"plan" jsonb NOT NULL,
	CONSTRAINT "venues_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"tenant_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "zones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"capacity" integer NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"price_minor" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"tier" integer DEFAULT 0 NOT NULL,
	"outline" jsonb,
	CONSTRAINT "zones_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "zones_of_event" UNIQUE("tenant_id","event_id","id"),
	CONSTRAINT "zones_kind" CHECK ("zones"."kind" IN ('numbered', 'general')),
	CONSTRAINT "capacity" CHECK ("zones"."capacity" >= 0 AND "zones"."sold" BETWEEN 0 AND "zones"."capacity"),
	CONSTRAINT "zones_price" CHECK ("zones"."price_minor" >= 0),
	CONSTRAINT "zones_tier" CHECK ("zones"."tier" BETWEEN 0 AND 5)
);
--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD CONSTRAINT "cart_item_locks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD CONSTRAINT "locks_zone" FOREIGN KEY ("tenant_id","event_id","zone_id") REFERENCES "public"."zones"("tenant_id","event_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_item_locks" ADD CONSTRAINT "locks_seat" FOREIGN KEY ("tenant_id","zone_id","seat_id") REFERENCES "public"."seats"("tenant_id","zone_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_tenant_id_lock_id_cart_item_locks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","lock_id") REFERENCES "public"."cart_item_locks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_tenant_id_event_id_zone_id_zones_tenant_id_event_id_id_fk" FOREIGN KEY ("tenant_id","event_id","zone_id") REFERENCES "public"."zones"("tenant_id","event_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_locks" ADD CONSTRAINT "order_locks_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_locks" ADD CONSTRAINT "order_locks_tenant_id_lock_id_cart_item_locks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","lock_id") REFERENCES "public"."cart_item_locks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_tenant_id_order_item_id_order_items_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_item_id") REFERENCES "public"."order_items"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_tenant_id_zone_id_seat_id_seats_tenant_id_zone_id_id_fk" FOREIGN KEY ("tenant_id","zone_id","seat_id") REFERENCES "public"."seats"("tenant_id","zone_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_tenant_id_event_id_outbox_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."outbox"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_settings" ADD CONSTRAINT "tenant_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_tenant_id_event_id_zone_id_zones_tenant_id_event_id_id_fk" FOREIGN KEY ("tenant_id","event_id","zone_id") REFERENCES "public"."zones"("tenant_id","event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_tenant_id_event_id_events_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "public"."events"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_claim_per_seat" ON "cart_item_locks" USING btree ("tenant_id","seat_id") WHERE "cart_item_locks"."status" = 'active' AND "cart_item_locks"."seat_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "locks_active_by_session" ON "cart_item_locks" USING btree ("tenant_id","session_key") WHERE "cart_item_locks"."status" = 'active';--> statement-breakpoint
CREATE INDEX "locks_active_by_zone" ON "cart_item_locks" USING btree ("tenant_id","zone_id") WHERE "cart_item_locks"."status" = 'active';--> statement-breakpoint
CREATE INDEX "locks_active_by_deadline" ON "cart_item_locks" USING btree ("tenant_id","expires_at") WHERE "cart_item_locks"."status" = 'active';--> statement-breakpoint
CREATE INDEX "locks_ended_by_session" ON "cart_item_locks" USING btree ("tenant_id","session_key","ended_at") WHERE "cart_item_locks"."status" <> 'active';--> statement-breakpoint
CREATE INDEX "order_items_by_order" ON "order_items" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "order_locks_by_lock" ON "order_locks" USING btree ("tenant_id","lock_id");--> statement-breakpoint
CREATE INDEX "orders_by_session" ON "orders" USING btree ("tenant_id","session_key");--> statement-breakpoint
CREATE INDEX "payments_by_order" ON "payments" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_ticket_per_seat" ON "tickets" USING btree ("tenant_id","seat_id") WHERE "tickets"."status" <> 'void' AND "tickets"."seat_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_by_order" ON "tickets" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE INDEX "tickets_by_zone" ON "tickets" USING btree ("tenant_id","zone_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("tenant_id","next_attempt_at") WHERE "outbox"."sent_at" IS NULL;--> statement-breakpoint
CREATE INDEX "seats_by_event" ON "seats" USING btree ("tenant_id","event_id","id");