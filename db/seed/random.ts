import { randomBytes } from 'node:crypto';

/** A repeatable source of numbers from 0 up to 1 (mulberry32): the same demo on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

/** A new array in another order; every order is as likely. */
export function shuffled<T>(random: () => number, items: readonly T[]): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of Crockford's base 32, five cryptographically random bits each. */
export function secretCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => crockford[byte & 31]).join('');
}

/** A session's key as the product makes them: 40 characters. */
export function sessionKey(): string {
  return randomBytes(20).toString('hex');
}
