import { describe, expect, it } from 'vitest';
import { coolInputSchema } from './alerts/schema';
import { staffReleaseSchema } from './locks/staff-schema';
import { houseSchema } from './tenants/schema';
import { registrationSchema } from './users/schema';

const id = '0193c0de-0000-7000-8000-000000000000';
const takes = {
  'the name of a house': (name: string) => houseSchema.shape.name.safeParse(name).success,
  'the line of a house': (es: string) =>
    houseSchema.shape.tagline.safeParse({ es, en: '' }).success,
  'the reason of a release': (reason: string) =>
    staffReleaseSchema.safeParse({ lockIds: [id], reason }).success,
  'the reason of a cool-down': (reason: string) =>
    coolInputSchema.shape.reason.safeParse(reason).success,
  'the name of a buyer': (name: string) => registrationSchema.shape.name.safeParse(name).success,
};

describe.each(Object.entries(takes))('%s', (_what, take) => {
  it.each(['Sala\0Nueva', 'Sala \ud800'])('is refused with what no database keeps: %j', (text) => {
    expect(take(text)).toBe(false);
  });

  it('may be in any script, with signs of more than one half', () => {
    expect(take('  Sala Ñandú 🎭  ')).toBe(true);
  });
});
