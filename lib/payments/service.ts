import { sql } from 'drizzle-orm';
import { config } from '@/lib/config';
import { type Context, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import type { PaymentProvider } from './provider';
import { sandboxProvider } from './sandbox';

function providers(): PaymentProvider[] {
  return config().sandboxPayments ? [sandboxProvider] : [];
}

/** The provider that new orders are paid with. @throws DomainError `provider_not_found`. */
export function currentProvider(): PaymentProvider {
  const [provider] = providers();
  if (!provider) throw new DomainError('provider_not_found');
  return provider;
}

/** @throws DomainError `provider_not_found`. */
export function providerNamed(name: string): PaymentProvider {
  const provider = providers().find((candidate) => candidate.name === name);
  if (!provider) throw new DomainError('provider_not_found');
  return provider;
}

type Refundable = { paymentId: string; provider: string; reference: string; amountMinor: number };

/**
 * Carries a started refund out, once however often it is asked for.
 * @throws DomainError `provider_not_found`, and whatever the provider fails with: ask again later.
 */
export async function refundPayment(ctx: Context, paymentId: string): Promise<void> {
  const [payment] = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<Refundable>(sql`
      SELECT id AS "paymentId", provider, reference, amount_minor::float8 AS "amountMinor" FROM payments
      WHERE tenant_id = ${tenantId} AND id = ${paymentId} AND status = 'refund_started'`),
  );
  if (!payment) return;
  await providerNamed(payment.provider).refund(payment);
  await inTenant(ctx, ({ db, tenantId }) =>
    db.execute(sql`
      UPDATE payments SET status = 'refunded'
      WHERE tenant_id = ${tenantId} AND id = ${paymentId} AND status = 'refund_started'`),
  );
}
