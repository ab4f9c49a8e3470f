import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';

/** OWASP's parameters for scrypt; 128 · N · r bytes of memory, doubled for headroom. */
const options: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const saltBytes = 16;
const keyBytes = 64;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url: the form that sign-in verifies. */
export function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyBytes, options, (error, key) => {
      if (error) reject(error);
      else {
        const parts = [options.N, options.r, options.p].join('$');
        resolve(`scrypt$${parts}$${salt.toString('base64url')}$${key.toString('base64url')}`);
      }
    });
  });
}
