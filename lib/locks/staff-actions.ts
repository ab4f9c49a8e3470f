'use server';

import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { staffAction } from '@/lib/http/staff';
import { releaseAsStaff } from './service';
import { type StaffReleased, type StaffReleaseInput, staffReleaseSchema } from './staff-schema';

/** Ends live locks of buyers, with a reason. */
export async function releaseLocksAction(
  tenant: string,
  input: StaffReleaseInput,
): Promise<ActionResult<StaffReleased>> {
  return staffAction(tenant, 'locks.release', (ctx) =>
    releaseAsStaff(ctx, parseValue(input, staffReleaseSchema)),
  );
}
