import { randomFillSync } from 'node:crypto';
import { cookieFrom } from './cookie';

export const sessionCookie = 'butaca_session';

const keyBytes = 30;
/** Drawn ahead, as asking the source costs more than all the rest of a key. */
const ahead = Buffer.alloc(keyBytes * 128);
let spent = ahead.length;

/** 30 bytes of a cryptographic source are 40 characters of base64url. No byte is used twice. */
export function newSessionKey(): string {
  if (spent === ahead.length) {
    randomFillSync(ahead);
    spent = 0;
  }
  spent += keyBytes;
  return ahead.toString('base64url', spent - keyBytes, spent);
}

const form = /^[A-Za-z0-9_-]{40}$/;

/** A well-formed key, or null: a malformed one is never trusted. */
export function validSessionKey(value: string | undefined | null): string | null {
  return value && form.test(value) ? value : null;
}

/** The session key in a raw `Cookie` header, or null. */
export function sessionKeyFrom(cookieHeader: string | null): string | null {
  return validSessionKey(cookieFrom(cookieHeader, sessionCookie));
}

/** A session cookie's `Set-Cookie` value; it lives as long as the browser keeps its session. */
export function sessionSetCookie(key: string, secure: boolean): string {
  return `${sessionCookie}=${key}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Whether the browser came over TLS: a reverse proxy's word, of several the outermost one's. */
export function overTls(headers: Pick<Headers, 'get'>, url: string): boolean {
  const told = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return told === undefined ? url.startsWith('https:') : told === 'https';
}
