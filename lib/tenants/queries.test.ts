import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import { forgetTenants, listTenants, tenantByHostOrSlug, tenantBySlug } from './queries';

let houses: { slug: string; host: string | null }[];
const execute = vi.fn(async () => [...houses]);
const db = { execute } as unknown as Db;

beforeEach(() => {
  vi.useFakeTimers();
  forgetTenants();
  execute.mockClear();
  houses = [{ slug: 'aurora', host: null }];
});
afterEach(() => void vi.useRealTimers());

test('a new house is found at once, though the list of them is of a second ago', async () => {
  await listTenants(db);
  houses.push({ slug: 'nueva', host: 'nueva.example' });
  vi.advanceTimersByTime(1_000);
  expect(await tenantBySlug(db, 'nueva')).toMatchObject({ slug: 'nueva' });
  expect(await tenantByHostOrSlug(db, 'other.example', 'nueva')).toMatchObject({ slug: 'nueva' });
  expect(execute).toHaveBeenCalledTimes(2);
});

test('a house that is not there is asked for four times a second at most, however many ask', async () => {
  await listTenants(db);
  for (let ms = 0; ms < 1_000; ms += 5) {
    vi.advanceTimersByTime(5);
    const asked = Array.from({ length: 20 }, () => tenantBySlug(db, 'nobody'));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([null]));
  }
  expect(execute).toHaveBeenCalledTimes(5);
});

test('a house that is known costs nobody a question, nor does a host without a name', async () => {
  await listTenants(db);
  vi.advanceTimersByTime(4_000);
  await tenantBySlug(db, 'aurora');
  await tenantByHostOrSlug(db, 'butaca.example', null);
  expect(execute).toHaveBeenCalledTimes(1);
});
