import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Db } from '@/db/client';
import { config } from '@/lib/config';
import type { BuyerContext, Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { answerOnce } from '@/lib/idempotency/service';
import {
  type Tenant,
  tenantByHostOrSlug,
  tenantBySlug,
  tenantOfEvent,
  tenantOfOrder,
} from '@/lib/tenants/queries';
import { userIdFromCookies } from '@/lib/users/queries';
import { parseJson, readText } from './body';
import { clientOf } from './client';
import { hostHeader } from './cross-site';
import { limitRequestRate } from './request-rate';
import { newSessionKey, overTls, sessionKeyFrom, sessionSetCookie } from './session-cookie';

/** One request to the REST endpoints, with what they ask of it. */
export class Call {
  /** Key of the request's well-formed session cookie, or null. */
  readonly sessionKey: string | null;
  private parsedUrl: URL | null = null;
  private newKey: string | null = null;
  private text: string | null = null;
  /** The tenant that the call turned out to be about. */
  tenantSlug: string | null = null;

  constructor(
    readonly request: Request,
    readonly db: Db,
    readonly requestId: string,
  ) {
    this.sessionKey = sessionKeyFrom(request.headers.get('cookie'));
  }

  /** Parsed when it is asked for: the hottest calls have nothing in it. */
  get url(): URL {
    this.parsedUrl ??= new URL(this.request.url);
    return this.parsedUrl;
  }

  /** Segment `index` of the path, decoded. */
  segment(index: number): string {
    const segment = this.url.pathname.split('/').filter(Boolean)[index] ?? '';
    try {
      return decodeURIComponent(segment);
    } catch {
      return segment;
    }
  }

  /** @throws DomainError `rate_limited`. */
  limitRate(): void {
    limitRequestRate(this.request.headers, this.sessionKey);
  }

  /** The body as JSON. @throws DomainError `invalid_request`, `body_too_large`. */
  async json<S extends z.ZodType>(schema: S): Promise<z.output<S>> {
    this.text ??= await readText(this.request);
    return parseJson(this.text, schema);
  }

  /**
   * The tenant that is meant: by host, else by `?tenant=`, else of what is named, else the default.
   * @throws DomainError `tenant_not_found`, `tenant_required`, and what `named` was not found as.
   */
  async tenant(named: { eventId?: string; orderId?: string } = {}): Promise<Tenant> {
    const given = await this.givenTenant();
    if (given) return given;
    if (named.eventId) {
      const tenant = await tenantOfEvent(this.db, named.eventId);
      if (!tenant) throw new DomainError('event_not_found');
      return tenant;
    }
    if (named.orderId) {
      const tenant = await tenantOfOrder(this.db, named.orderId);
      if (!tenant) throw new DomainError('order_not_found');
      return tenant;
    }
    const fallback = await this.defaultTenant();
    if (!fallback) throw new DomainError('tenant_required');
    return fallback;
  }

  /** The tenant of the host or of `?tenant=`, or null where neither names one. */
  async givenTenant(): Promise<Tenant | null> {
    const tenant = await this.knownTenant();
    if (!tenant && this.givenSlug !== null) throw new DomainError('tenant_not_found');
    return tenant;
  }

  /** As `givenTenant`, but an unknown slug counts as none given. */
  knownTenant(): Promise<Tenant | null> {
    return tenantByHostOrSlug(this.db, hostHeader(this.request), this.givenSlug);
  }

  private get givenSlug(): string | null {
    return this.request.url.includes('?') ? this.url.searchParams.get('tenant') : null;
  }

  /** The tenant of `DEFAULT_TENANT`, or null. */
  async defaultTenant(): Promise<Tenant | null> {
    const slug = config().defaultTenant;
    return slug === null ? null : tenantBySlug(this.db, slug);
  }

  /** The buyer of the request's session; null without one. */
  async knownBuyer(tenant: Tenant): Promise<BuyerContext | null> {
    this.tenantSlug = tenant.slug;
    return this.sessionKey ? this.buyerOf(tenant, this.sessionKey) : null;
  }

  /** The buyer, with a new session where there is none; `keepSession` sends it. */
  buyer(tenant: Tenant): Promise<BuyerContext> {
    this.tenantSlug = tenant.slug;
    if (this.sessionKey) return this.buyerOf(tenant, this.sessionKey);
    const isNew = this.newKey === null;
    this.newKey ??= newSessionKey();
    return this.buyerOf(tenant, this.newKey, isNew);
  }

  /** The context of a tenant that nobody in particular asks for. */
  context(tenant: Tenant): Context {
    return { db: this.db, tenantId: tenant.id, actor: { kind: 'system' } };
  }

  /** Sends a new session with the answer. Called once something was created for it. */
  keepSession(response: Response): Response {
    if (this.newKey && !response.headers.has('set-cookie'))
      response.headers.append(
        'set-cookie',
        sessionSetCookie(this.newKey, overTls(this.request.headers, this.request.url)),
      );
    return response;
  }

  /** Answers a request with an `Idempotency-Key` once; the same again gets the stored answer. */
  async once(ctx: BuyerContext, answer: () => Promise<Response>): Promise<Response> {
    const key = this.request.headers.get('idempotency-key');
    if (key === null) return answer();
    if (key.length < 1 || key.length > 255) {
      const message = 'An Idempotency-Key has 1 to 255 characters.';
      throw new DomainError('invalid_request', { errors: [{ path: 'Idempotency-Key', message }] });
    }
    const what = `${this.request.method} ${this.url.pathname.replace(/\/$/, '')}\n${this.text ?? ''}`;
    const requestHash = createHash('sha256').update(what).digest('hex');
    return answerOnce(ctx, { key, requestHash }, answer);
  }

  private async buyerOf(
    tenant: Tenant,
    sessionKey: string,
    isNew?: boolean,
  ): Promise<BuyerContext> {
    const cookies = this.request.headers.get('cookie');
    const userId = cookies && (await userIdFromCookies(cookies));
    return {
      db: this.db,
      tenantId: tenant.id,
      actor: { kind: 'buyer', sessionKey, userId, isNew, client: clientOf(this.request.headers) },
    };
  }
}
