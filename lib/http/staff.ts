import { headers } from 'next/headers';
import { forbidden, notFound } from 'next/navigation';
import { cache } from 'react';
import type { StaffContext } from '@/lib/context';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { redirect } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { may } from '@/lib/staff/policy';
import { standingOf } from '@/lib/staff/queries';
import type { Member, Permission } from '@/lib/staff/schema';
import { type Tenant, tenantBySlug } from '@/lib/tenants/queries';
import { userFromCookies } from '@/lib/users/queries';
import type { SignedInUser } from '@/lib/users/schema';
import { signedInUser } from '@/lib/users/session';
import { startRequest, toDomainError } from './action';
import { askedAgain, askedPathHeader } from './asked-path';
import type { Call } from './call';
import { type ActionResult, problemOf } from './problem';
import { limitRequestRate } from './request-rate';
import { route } from './route';

export type Staff = { ctx: StaffContext; tenant: Tenant; member: Member };

/** What is watched for long asks again, now and then, whether its reader may still see it. */
export type Watching = Staff & { stillMay: () => Promise<boolean> };

/** Asked once a page, by its frame and by itself. */
const standingAt = cache(async (slug: string): Promise<Standing> => {
  return standing(slug, await signedInUser());
});

/**
 * Who looks at a page of the house's own side. Asked of the database at each page: signed out goes
 * to the door, anybody else's page is not found, what the role does not reach is forbidden.
 */
export async function staffPage(
  params: Promise<{ locale: string; tenant: string }>,
  permission: Permission,
): Promise<Staff & { locale: Locale }> {
  const { locale, tenant: slug } = await params;
  const staff = await standingAt(slug);
  if (staff === 'signed_out') {
    const asked = (await headers()).get(askedPathHeader);
    const query = { callbackUrl: asked ? askedAgain(asked) : `/${locale}/admin/${slug}` };
    return redirect({ href: { pathname: '/sign-in', query }, locale: locale as Locale });
  }
  if (staff === 'stranger') notFound();
  if (!may(staff.member.role, permission)) forbidden();
  return { ...staff, locale: locale as Locale };
}

/**
 * Runs a server action of the staff: the role is read from the database at each one. Another
 * tenant's anything is `not_found`.
 */
export async function staffAction<T>(
  tenantSlug: string,
  permission: Permission,
  work: (ctx: StaffContext, tenant: Tenant) => Promise<T>,
): Promise<ActionResult<T>> {
  const request = startRequest(`staff ${permission}`, tenantSlug);
  try {
    const asked = await headers();
    limitRequestRate(asked, null);
    const staff = await requireStaff(
      tenantSlug,
      await userFromCookies(asked.get('cookie')),
      permission,
    );
    return request.ended({ ok: true, data: await work(staff.ctx, staff.tenant) });
  } catch (error) {
    const problem = problemOf(toDomainError(error), request.requestId);
    return request.ended({ ok: false, error: problem });
  }
}

/** A REST endpoint of the staff, `/api/admin/{tenant}/…`. As `route` and `staffAction` together. */
export function staffRoute(
  name: string,
  permission: Permission,
  handler: (staff: Watching, call: Call) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return route(name, async (call) => {
    const slug = call.segment(2);
    const user = await userFromCookies(call.request.headers.get('cookie'));
    const staff = await requireStaff(slug, user, permission);
    const stillMay = async () => {
      const now = await standing(slug, user);
      return typeof now === 'object' && may(now.member.role, permission);
    };
    return handler({ ...staff, stillMay }, call);
  });
}

async function requireStaff(
  slug: string,
  user: SignedInUser | null,
  permission: Permission,
): Promise<Staff> {
  const staff = await standing(slug, user);
  if (staff === 'signed_out') throw new DomainError('sign_in_required');
  if (staff === 'stranger') throw new DomainError('not_found');
  if (!may(staff.member.role, permission)) throw new DomainError('forbidden');
  return staff;
}

/** Signed out also counts whose session was ended elsewhere; a stranger is who is on no such team. */
type Standing = Staff | 'signed_out' | 'stranger';

async function standing(slug: string, user: SignedInUser | null): Promise<Standing> {
  if (!user) return 'signed_out';
  const db = database();
  const tenant = await tenantBySlug(db, slug);
  if (!tenant) return 'stranger';
  const { signedIn, member } = await standingOf(db, tenant.id, user);
  if (!signedIn) return 'signed_out';
  if (!member) return 'stranger';
  const { userId, name, role } = member;
  return {
    ctx: { db, tenantId: tenant.id, actor: { kind: 'staff', userId, name, role } },
    tenant,
    member,
  };
}
