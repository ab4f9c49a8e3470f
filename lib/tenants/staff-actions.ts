'use server';

import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { staffAction } from '@/lib/http/staff';
import {
  type AccentInput,
  accentInputSchema,
  type HouseInput,
  houseInputSchema,
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
