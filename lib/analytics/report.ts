import type { Context } from '@/lib/context';
import { byDay, byReason, cartsBack, conversion, funnel, lossBy } from './queries';
import {
  type ByOutcome,
  type CartsBack,
  type Conversion,
  type DayFigures,
  type Dimension,
  dimensions,
  type Filter,
  type Funnel,
  type LossRow,
} from './schema';

/** Every figure of a period that is shown together. */
export type Report = {
  funnel: Funnel;
  conversion: Conversion;
  reasons: ByOutcome;
  days: DayFigures[];
  back: CartsBack;
  losses: Record<Dimension, LossRow[]>;
};

export async function report(ctx: Context, filter: Filter): Promise<Report> {
  const [steps, converted, reasons, days, back, ...losses] = await Promise.all([
    funnel(ctx, filter),
    conversion(ctx, filter),
    byReason(ctx, filter),
    byDay(ctx, filter),
    cartsBack(ctx, filter),
    ...dimensions.map((dimension) => lossBy(ctx, filter, dimension)),
  ]);
  const rowsOf = Object.fromEntries(dimensions.map((name, i) => [name, losses[i] ?? []]));
  return {
    funnel: steps,
    conversion: converted,
    reasons,
    days,
    back,
    losses: rowsOf as Report['losses'],
  };
}
