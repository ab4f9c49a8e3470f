import { expect, test } from 'vitest';
import { Audience } from './audience';

const refused = expect.objectContaining({ code: 'overloaded' });

test('one account cannot take what other houses need, nor one house', () => {
  const audience = new Audience({ all: 6, tenant: 4, account: 3 });
  const enter = (tenantId: number, userId: string) => audience.enter({ tenantId, userId });
  for (const tenantId of [1, 1, 2]) enter(tenantId, 'ana');
  expect(() => enter(3, 'ana')).toThrow(refused);
  enter(1, 'ben');
  enter(1, 'ben');
  expect(() => enter(1, 'eva')).toThrow(refused);
  enter(2, 'eva');
  expect(() => enter(3, 'ivo')).toThrow(refused);
});

test('who leaves makes room for one, however often it is said', () => {
  const audience = new Audience({ all: 2, tenant: 2, account: 2 });
  const enter = () => audience.enter({ tenantId: 1, userId: 'ana' });
  const leave = enter();
  enter();
  expect(enter).toThrow(refused);
  leave();
  leave();
  enter();
  expect(enter).toThrow(refused);
});
