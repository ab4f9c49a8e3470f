import postgres from 'postgres';
import { connect } from '@/db/client';
import { startTestCluster } from '@/db/testing/cluster';
import { freshDatabase } from '@/db/testing/fresh-database';
import { createHall } from '@/db/testing/hall';
import { adminLiveFigures } from './admin-live';
import { analyticsFigures } from './analytics';
import { bestFigures } from './best';
import { engineFigures } from './engine';
import { print } from './figures';
import { httpFigures } from './http';
import { liveFigures } from './live';
import { mapFigures } from './map';

// `npm run bench -- engine`, `-- best`, `-- http`, `-- live`, `-- map`, `-- admin` or `-- analytics`
// measures one part only.
const parts = process.argv.slice(2);
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

// The engine reads its defaults from the environment; the database is a throw-away one, fsync on.
process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/nowhere';
process.env.AUTH_SECRET = 'of-no-use-in-a-measurement-of-the-engine';

const cluster = await startTestCluster({ durable: true });
try {
  const database = await freshDatabase(cluster);
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  const connection = connect(database.url);
  const { db, sql } = connection;
  const hall = await createHall(admin, { seats: 200_000, capacity: 10_000_000 });
  const figures = [
    ...(wanted('engine') ? await engineFigures({ db, admin, hall }) : []),
    ...(wanted('best')
      ? await bestFigures(connection, admin, await createHall(admin, { seats: 100_000 }))
      : []),
    ...(wanted('http') ? await httpFigures(database.url, admin, hall) : []),
    ...(wanted('live') ? await liveFigures(database.url, admin) : []),
    ...(wanted('analytics') ? await analyticsFigures(db, admin) : []),
    ...(wanted('admin') ? await adminLiveFigures(database.url, admin) : []),
    ...(wanted('map') ? await mapFigures(database.url, admin) : []),
  ];
  print(figures);
  process.exitCode = figures.length > 0 && figures.every(({ ok }) => ok) ? 0 : 1;
  await Promise.all([sql.end(), admin.end()]);
} finally {
  await cluster.stop();
}
