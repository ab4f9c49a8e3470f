import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { processWide } from '@/lib/process-wide';
import { Turns } from './turns';

/**
 * scrypt (RFC 7914), which costs an attacker memory and not only time: 32 MiB a guess, about 80 ms
 * here. The parameters are in each hash, so they can grow without breaking older ones.
 */
const cost = { N: 2 ** 15, r: 8, p: 1 };
const saltBytes = 16;
const keyBytes = 64;

/** No stored hash may ask for more than this, however it came there. */
const memoryBytesMax = 256 * 2 ** 20;

/** → `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, keyBytes, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether `password` made `hash`. Takes as long for a wrong one as for the right one. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const match = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!match) throw new Error('a stored password hash is not of the form scrypt$N$r$p$salt$key');
  const [, N, r, p, salt = '', key = ''] = match;
  const expected = Buffer.from(key, 'base64url');
  const made = await derive(password, Buffer.from(salt, 'base64url'), expected.length, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(made, expected);
}

/** Spends the time of a real check, so that an unknown address cannot be told by the clock. */
export async function pretendToVerify(password: string): Promise<void> {
  await derive(password, Buffer.alloc(saltBytes), keyBytes, cost);
}

/**
 * Half of the threads that Node.js does such work on, so that files and names still get theirs; in
 * line, no more than are answered within some seconds.
 */
const turns = () => processWide('password turns', () => new Turns(2, 32));

/** @throws DomainError `overloaded`. */
function derive(password: string, salt: Buffer, length: number, options: ScryptOptions) {
  // The same password typed on two keyboards may be composed differently (NIST SP 800-63B, 5.1.1.2).
  const text = password.normalize('NFKC');
  return turns().take(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        scrypt(text, salt, length, { ...options, maxmem: memoryBytesMax }, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  );
}
