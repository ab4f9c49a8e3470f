import postgres from 'postgres';
import { seedDemo } from './demo';

// `db/seed/run.ts stadium` writes the stadium as well.
const url = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL;
if (!url) {
  console.error('MIGRATION_DATABASE_URL or DATABASE_URL must name the database to seed.');
  process.exit(1);
}
const sql = postgres(url, { max: 1, onnotice: () => {} });
try {
  await seedDemo(sql, { stadium: process.argv.includes('stadium') });
} finally {
  await sql.end();
}
