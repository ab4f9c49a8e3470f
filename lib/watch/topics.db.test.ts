import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { type Context, inTenant } from '@/lib/context';
import { publish, Topics } from './topics';

let base: TestDatabase;
let hall: Hall;
beforeAll(async () => {
  base = await testDatabase();
  hall = await createHall(base.admin);
});
afterAll(() => base.drop());

const within = { timeout: 8_000, interval: 10 };
const ctx = (tenantId = hall.tenantId): Context => ({
  db: base.db,
  tenantId,
  actor: { kind: 'system' },
});

async function listener(topics: Topics, tenantId = hall.tenantId) {
  const heard: (string | null)[] = [];
  const stop = await topics.subscribe(tenantId, (topic) => heard.push(topic));
  return { heard, stop };
}

describe('what is said among the staff', () => {
  it('is heard in another process once it is committed, and by that house alone', async () => {
    const elsewhere = connect(base.url, { max: 2 });
    const topics = new Topics(elsewhere);
    const stranger = await createHall(base.admin);
    const mine = await listener(topics);
    const theirs = await listener(topics, stranger.tenantId);
    await inTenant(ctx(), (inside) => publish(inside, 'alerts'));
    await expect.poll(() => mine.heard, within).toEqual(['alerts']);
    const rolledBack = inTenant(ctx(), async (inside) => {
      await publish(inside, 'never');
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await publish(ctx(), 'last');
    await expect.poll(() => mine.heard, within).toEqual(['alerts', 'last']);
    expect(theirs.heard).toEqual([]);
    await elsewhere.sql.end({ timeout: 1 });
  });

  it('is not heard by who has stopped', async () => {
    const topics = new Topics(base);
    const [stays, leaves] = [await listener(topics), await listener(topics)];
    leaves.stop();
    await publish(ctx(), 'alerts');
    await expect.poll(() => stays.heard, within).toEqual(['alerts']);
    expect(leaves.heard).toEqual([]);
  });

  it('may have been missed where the line was lost, and that is told', async () => {
    const { heard } = await listener(new Topics(base));
    await base.admin`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query ILIKE 'listen%'`;
    await expect.poll(() => heard, within).toEqual([null]);
    await publish(ctx(), 'alerts');
    await expect.poll(() => heard, within).toEqual([null, 'alerts']);
  });

  it('has a name in plain letters', async () => {
    await expect(publish(ctx(), 'two words')).rejects.toThrow('is no topic');
  });
});
