'use server';

import { DomainError } from '@/lib/errors';
import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { staffAction } from '@/lib/http/staff';
import { changeLogo } from './logo';
import { logoLimits } from './policy';
import {
  type AccentInput,
  accentInputSchema,
  type HouseInput,
  houseInputSchema,
  logoInputSchema,
  logoRemovalSchema,
  type Saved,
  type SettingsInput,
  settingsInputSchema,
} from './schema';
import { changeHouse, changeSettings } from './service';

/** Sets what governs the house's locks from the next one on. */
export async function changeSettingsAction(
  tenant: string,
  input: SettingsInput,
): Promise<ActionResult<Saved>> {
  return staffAction(tenant, 'settings.change', (ctx) =>
    changeSettings(ctx, parseValue(input, settingsInputSchema)),
  );
}

/** Sets the house's name, its words, languages, time zone and currency. */
export async function changeHouseAction(
  tenant: string,
  input: HouseInput,
): Promise<ActionResult<Saved>> {
  return staffAction(tenant, 'settings.change', (ctx) => {
    const { based, house } = parseValue(input, houseInputSchema);
    return changeHouse(ctx, based, house);
  });
}

/** Sets the house's colour; null takes the product's own. */
export async function changeAccentAction(
  tenant: string,
  input: AccentInput,
): Promise<ActionResult<Saved>> {
  return staffAction(tenant, 'settings.change', (ctx) => {
    const { based, accent } = parseValue(input, accentInputSchema);
    return changeHouse(ctx, { accent: based }, { accent });
  });
}

/** Sets the house's logo to a form's file. */
export async function changeLogoAction(
  tenant: string,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return staffAction(tenant, 'settings.change', async (ctx) => {
    const given = form instanceof FormData ? Object.fromEntries(form) : form;
    const { based, logo } = parseValue(given, logoInputSchema);
    if (logo.size > logoLimits.bytesMax) throw new DomainError('invalid_logo', { reason: 'size' });
    return changeLogo(ctx, based || null, Buffer.from(await logo.arrayBuffer()));
  });
}

/** Takes the house's logo away. */
export async function removeLogoAction(
  tenant: string,
  input: { based: string },
): Promise<ActionResult<Saved>> {
  return staffAction(tenant, 'settings.change', (ctx) =>
    changeLogo(ctx, parseValue(input, logoRemovalSchema).based, null),
  );
}
