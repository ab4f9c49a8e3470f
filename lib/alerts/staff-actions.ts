'use server';

import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { staffAction } from '@/lib/http/staff';
import { coolSource, liftCoolDown, releaseSource } from './cool-downs';
import { acknowledgeAlert, raiseTest, resolveAlert } from './handle';
import { changeRule } from './rules';
import {
  type AlertInput,
  type AlertView,
  alertInputSchema,
  type CoolInput,
  coolInputSchema,
  type LiftInput,
  liftInputSchema,
  type ReleaseSourceInput,
  type Rule,
  type RuleInput,
  releaseSourceSchema,
  ruleInputSchema,
  type SourceReleased,
} from './schema';

/** Says that somebody looks after an alert. */
export async function acknowledgeAlertAction(
  tenant: string,
  input: AlertInput,
): Promise<ActionResult<AlertView>> {
  return staffAction(tenant, 'alerts.handle', (ctx) =>
    acknowledgeAlert(ctx, parseValue(input, alertInputSchema).alertId),
  );
}

/** Says that an alert is dealt with. */
export async function resolveAlertAction(
  tenant: string,
  input: AlertInput,
): Promise<ActionResult<AlertView>> {
  return staffAction(tenant, 'alerts.handle', (ctx) =>
    resolveAlert(ctx, parseValue(input, alertInputSchema).alertId),
  );
}

/** Raises a test, to see that alerts arrive. */
export async function testAlertAction(tenant: string): Promise<ActionResult<{ alertId: string }>> {
  return staffAction(tenant, 'alerts.rules', raiseTest);
}

/** Sets a rule. */
export async function changeRuleAction(
  tenant: string,
  input: RuleInput,
): Promise<ActionResult<Rule>> {
  return staffAction(tenant, 'alerts.rules', (ctx) =>
    changeRule(ctx, parseValue(input, ruleInputSchema)),
  );
}

/** Lets an alert's source lock nothing for a while. */
export async function coolSourceAction(
  tenant: string,
  input: CoolInput,
): Promise<ActionResult<{ coolDownId: string } & SourceReleased>> {
  return staffAction(tenant, 'sources.cool', (ctx) =>
    coolSource(ctx, parseValue(input, coolInputSchema)),
  );
}

/** Gives back what an alert's source holds. */
export async function releaseSourceAction(
  tenant: string,
  input: ReleaseSourceInput,
): Promise<ActionResult<SourceReleased>> {
  return staffAction(tenant, 'locks.release', (ctx) =>
    releaseSource(ctx, parseValue(input, releaseSourceSchema)),
  );
}

/** Lets a source lock again. */
export async function liftCoolDownAction(
  tenant: string,
  input: LiftInput,
): Promise<ActionResult<null>> {
  return staffAction(tenant, 'sources.cool', async (ctx) => {
    await liftCoolDown(ctx, parseValue(input, liftInputSchema).coolDownId);
    return null;
  });
}
