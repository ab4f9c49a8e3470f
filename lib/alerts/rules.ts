import { alertRules } from '@/db/schema/alerts';
import { audit } from '@/lib/audit/service';
import { inTenant, type StaffContext } from '@/lib/context';
import { rulesOf } from './queries';
import type { Rule, RuleInput } from './schema';
import { ruleSpecs } from './specs';

const names = ['enabled', 'threshold', 'windowSeconds', 'mail'] as const;

/** Sets a rule. What is as the house has it from the start is kept as inherited. */
export async function changeRule(ctx: StaffContext, input: RuleInput): Promise<Rule> {
  return inTenant(ctx, async (inside) => {
    const { kind } = input;
    const before = (await rulesOf(inside)).find((rule) => rule.kind === kind) as Rule;
    const changed = names.filter((name) => before[name] !== input[name]);
    if (changed.length === 0) return before;
    const spec = ruleSpecs[kind];
    const own = <T>(value: T, initial: T) => (value === initial ? null : value);
    const set = {
      enabled: own(input.enabled, true),
      threshold: own(input.threshold, spec.threshold.initial),
      windowSeconds: own(input.windowSeconds, spec.windowSeconds.initial),
      mail: own(input.mail, true),
    };
    await inside.db
      .insert(alertRules)
      .values({ tenantId: inside.tenantId, kind, ...set })
      .onConflictDoUpdate({ target: [alertRules.tenantId, alertRules.kind], set });
    const only = (rule: RuleInput) => Object.fromEntries(changed.map((name) => [name, rule[name]]));
    const entry = { target: kind, before: only(before), after: only(input) };
    await audit(inside, { action: 'alert_rule.changed', ...entry });
    return input;
  });
}
