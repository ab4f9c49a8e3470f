import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { tenantLogos, tenants } from '@/db/schema/tenants';
import { audit } from '@/lib/audit/service';
import { type Context, inTenant, type StaffContext } from '@/lib/context';
import { holdHouse, refuseStale, saved } from './change';
import { readHouse } from './own';
import { type Mime, readPicture } from './picture';
import { differing } from './policy';
import { forgetTenants } from './queries';
import type { Saved } from './schema';

/**
 * Sets the house's logo, or takes it away.
 * @param based hash of the logo before; @param bytes null for none
 * @throws DomainError `invalid_logo`, `changed_meanwhile`.
 */
export async function changeLogo(
  ctx: StaffContext,
  based: string | null,
  bytes: Buffer | null,
): Promise<Saved> {
  const picture = bytes && { ...readPicture(bytes), bytes };
  const after = bytes && createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const outcome = await inTenant(ctx, async (inside) => {
    const { db, tenantId } = inside;
    const house = await holdHouse(inside);
    const before = (await readHouse(inside)).logoHash;
    await refuseStale(inside, { logo: based }, { logo: before }, 'logo.changed');
    const changes = differing({ logo: before }, { logo: after });
    if (changes.length > 0) {
      await db.delete(tenantLogos).where(eq(tenantLogos.tenantId, tenantId));
      if (picture) {
        await db.insert(tenantLogos).values({ tenantId, mime: picture.mime, bytes: picture.bytes });
      }
      await db.update(tenants).set({ logoHash: after }).where(eq(tenants.id, tenantId));
      const sides = { before: { logo: before }, after: { logo: after } };
      await audit(inside, { action: 'logo.changed', target: house, ...sides });
    }
    return saved(inside, changes);
  });
  forgetTenants();
  return outcome;
}

export type Logo = { hash: string; mime: Mime; bytes: Buffer };

/**
 * The house's logo as the database has it now: whoever was told of a new one gets it from every
 * process. Null where it has none.
 */
export async function readLogo(ctx: Context): Promise<Logo | null> {
  const [logo] = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<Logo>(sql`
      SELECT t.logo_hash AS hash, l.mime, l.bytes
      FROM tenants t JOIN tenant_logos l ON l.tenant_id = t.id
      WHERE t.id = ${tenantId} AND t.logo_hash IS NOT NULL`),
  );
  return logo ?? null;
}
