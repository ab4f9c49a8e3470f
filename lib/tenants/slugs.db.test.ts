import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';

const app = path.resolve(import.meta.dirname, '../../app/[locale]');

/** The first parts of addresses that are pages of the product's own, as the file system has them. */
const taken = [app, path.join(app, '(shop)')]
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
  .map(({ name }) => name);

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const open = (slug: string) => base.admin`
  INSERT INTO tenants (slug, name, tagline, currency, time_zone)
  VALUES (${slug}, 'Sala', '{"es":"","en":""}', 'EUR', 'Europe/Madrid')`;

describe('the address of a house', () => {
  it('is none of the product’s own pages', async () => {
    expect(taken).toEqual(expect.arrayContaining(['admin', 'account', 'sign-in']));
    for (const slug of taken) await expect(open(slug), slug).rejects.toThrow('tenants_slug_free');
    await open('teatro-admin');
  });
});
