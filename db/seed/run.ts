import postgres from 'postgres';
import { seedDemo } from './demo';

const url = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL;
if (!url) {
  console.error('MIGRATION_DATABASE_URL or DATABASE_URL must name the database to seed.');
  process.exit(1);
}
const sql = postgres(url, { max: 1, onnotice: () => {} });
try {
  await seedDemo(sql);
} finally {
  await sql.end();
}
