import { type Context, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import type { ZoneAvailability } from '@/lib/events/schema';
import { countFigures } from '@/lib/events/zone-figures';
import { liveHub } from '@/lib/live/hub';

/**
 * What is left of each zone as the live stream is about to tell it: from memory, so that opening a
 * stadium's page counts no seats. Where the memory cannot be vouched for they are counted.
 */
export async function zoneFigures(ctx: Context, eventId: string): Promise<ZoneAvailability[]> {
  try {
    const { zones } = await liveHub().availability(ctx.tenantId, eventId);
    return zones;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'unavailable')) throw error;
    return inTenant(ctx, (open) => countFigures(open, eventId));
  }
}
