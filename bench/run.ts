import postgres from 'postgres';
import { connect } from '@/db/client';
import { startTestCluster } from '@/db/testing/cluster';
import { freshDatabase } from '@/db/testing/fresh-database';
import { createHall } from '@/db/testing/hall';
import { engineFigures } from './engine';
import { print } from './figures';

// The engine reads its defaults from the environment; the database is a throw-away one, fsync on.
process.env.DATABASE_URL ??= 'postgres://unused@127.0.0.1/unused';
process.env.AUTH_SECRET ??= 'of-no-use-in-a-measurement-of-the-engine';

const cluster = await startTestCluster({ durable: true });
try {
  const database = await freshDatabase(cluster);
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  const { db, sql } = connect(database.url);
  const hall = await createHall(admin, { seats: 200_000, capacity: 10_000_000 });
  const figures = await engineFigures({ db, admin, hall });
  print(figures);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
  await Promise.all([sql.end(), admin.end()]);
} finally {
  await cluster.stop();
}
