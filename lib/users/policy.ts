import { isIPv6 } from 'node:net';

/** How failed sign-ins slow down the next. `free` of them cost nothing. */
export type Slowing = {
  free: number;
  /** What the first one that costs something costs; each further one twice as much as the last. */
  firstSeconds: number;
  mostSeconds: number;
  /** After so long without a failure, all are forgotten. */
  forgottenAfterSeconds: number;
};

/**
 * Of one account, whether there is one or not, or of one browser that it knows: nobody mistypes a
 * password five times.
 */
export const ofMail: Slowing = {
  free: 5,
  firstSeconds: 2,
  mostSeconds: 900,
  forgottenAfterSeconds: 86_400,
};

/** Of one network: a whole office, or a whole mobile network, may stand behind its address. */
export const ofNetwork: Slowing = { ...ofMail, free: 60, forgottenAfterSeconds: 3_600 };

/** Seconds to wait after the failure of that number, counted from 1. */
export function waitSeconds(failures: number, slowing: Slowing): number {
  if (failures < slowing.free) return 0;
  return Math.min(slowing.firstSeconds * 2 ** (failures - slowing.free), slowing.mostSeconds);
}

/** What one subscriber has of the network: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname
    .slice(1, -1)
    .split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - before!.length - after!.length;
  return [...before!, ...Array<string>(zeros).fill('0'), ...after!].slice(0, 4).join(':');
}
