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
