import type { Funnel } from '@/lib/analytics/schema';
import { type Rate, rateOf } from './change';

export const funnelSteps = ['viewed', 'locked', 'checkout', 'paying', 'sold'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export type Step = {
  step: FunnelStep;
  count: number;
  /** Of the widest step, 0 to 1. */
  width: number;
  /** The step before it, to the same measure: what is missing was lost on the way. */
  cameFrom: number;
  lost: number;
  kept: Rate;
};

/** The steps, and where most go missing: null where nobody does. */
export function stepsOf(funnel: Funnel): { steps: Step[]; worst: FunnelStep | null } {
  const widest = Math.max(1, ...funnelSteps.map((step) => funnel[step]));
  const steps = funnelSteps.map((step, i): Step => {
    const count = funnel[step];
    const former = i === 0 ? count : funnel[funnelSteps[i - 1] as FunnelStep];
    return {
      step,
      count,
      width: count / widest,
      cameFrom: former / widest,
      lost: Math.max(0, former - count),
      // More than came from the step before came by another way, as programs do: no rate.
      kept: i === 0 || count > former ? { kind: 'none' } : rateOf(count, former),
    };
  });
  const most = Math.max(...steps.map(({ lost }) => lost));
  return {
    steps,
    worst: most > 0 ? (steps.find(({ lost }) => lost === most)?.step ?? null) : null,
  };
}
