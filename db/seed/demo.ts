import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { type DemoAccount, demoAccounts, demoBuyer, stadiumAccount } from './accounts';
import { attendance } from './attendance';
import { keepUpcoming } from './dates';
import { offsetMs } from './hours';
import type { Buyer } from './orders';
import { type Organizer, organizers, stadiumOrganizer } from './organizers';
import { hashPassword } from './password';
import { seeded } from './random';
import { stageEvent } from './stage-event';
import { addTrade, noTrade, writeTrade } from './trade';

type Tx = postgres.TransactionSql;

/** Any number, the same everywhere: two starts at once must not both write the demo. */
const demoLock = 1_651_860_847;

async function writeAccounts(tx: Tx, accounts: DemoAccount[]): Promise<void> {
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  for (const [i, { email, name }] of accounts.entries()) {
    const hash = hashes[i]!;
    await tx`INSERT INTO users (id, email, name, password_hash)
      VALUES (${uuidv7()}, ${email}, ${name}, ${hash}) ON CONFLICT (email) DO NOTHING`;
  }
}

async function writeOrganizer(tx: Tx, organizer: Organizer): Promise<number> {
  const { slug, name, tagline, currency, timeZone, accent } = organizer;
  const [tenant] = await tx<{ id: number }[]>`
    INSERT INTO tenants (slug, name, tagline, currency, time_zone, accent)
    VALUES (${slug}, ${name}, ${tx.json(tagline)}, ${currency}, ${timeZone}, ${accent})
    RETURNING id`;
  const { id } = tenant!;
  await tx`INSERT INTO tenant_settings (tenant_id) VALUES (${id})`;
  for (const account of [...demoAccounts, stadiumAccount]) {
    if (account.tenant !== slug) continue;
    await tx`INSERT INTO memberships (tenant_id, user_id, role)
      SELECT ${id}, id, ${account.role} FROM users WHERE email = ${account.email}`;
  }
  return id;
}

async function regularsOf(tx: Tx): Promise<Buyer[]> {
  return tx<Buyer[]>`
    SELECT name, email, id AS "userId", 'es' AS locale FROM users WHERE email = ${demoBuyer}`;
}

async function seedOrganizer(tx: Tx, organizer: Organizer, now: Date): Promise<void> {
  const tenantId = await writeOrganizer(tx, organizer);
  const { name, address, city } = organizer.venue;
  const hall = organizer.hall();
  const [venue] = await tx<{ id: number }[]>`
    INSERT INTO venues (tenant_id, name, address, city, plan)
    VALUES (${tenantId}, ${name}, ${address}, ${city}, ${tx.json(hall.plan)}) RETURNING id`;
  const regulars = await regularsOf(tx);
  const rows = noTrade();
  for (const [i, performance] of organizer.performances.entries()) {
    const random = seeded(20_261 + i);
    const guests = attendance(hall, performance, random);
    const place = { tenantId, venueId: venue!.id };
    const event = await stageEvent(tx, organizer, place, performance, hall, guests.sold);
    // Clara has tickets for the first night of each house.
    addTrade(rows, event, guests, {
      now,
      random,
      regulars: i === 0 ? regulars : [],
      timeZone: organizer.timeZone,
      aheadMs: offsetMs(organizer.timeZone, now),
    });
  }
  await writeTrade(tx, rows);
}

/**
 * Writes the demo organizers with their halls, performances, accounts and sales, in one transaction;
 * those that exist stay as they are, except that a programme which is all past moves on.
 * @param sql a connection of the tables' owner: row-level security must not bind it.
 * @param options.stadium with the house of 100,000 seats
 */
export async function seedDemo(
  sql: postgres.Sql,
  { stadium = false }: { stadium?: boolean } = {},
): Promise<void> {
  const known = [...organizers, stadiumOrganizer];
  const wanted = stadium ? known : organizers;
  await sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${demoLock})`;
    const present = await tx<{ slug: string }[]>`
      SELECT slug FROM tenants WHERE slug IN ${tx(known.map(({ slug }) => slug))}`;
    for (const { slug } of present) await keepUpcoming(tx, slug);
    const missing = wanted.filter(({ slug }) => !present.some((row) => row.slug === slug));
    if (missing.length === 0) return;
    await writeAccounts(tx, stadium ? [...demoAccounts, stadiumAccount] : demoAccounts);
    const [clock] = await tx<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    for (const organizer of missing) await seedOrganizer(tx, organizer, clock!.now);
  });
}
