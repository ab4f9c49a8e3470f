import { type PasswordChange, passwordChangeSchema, passwordLengthMin } from '@/lib/users/schema';

export type PasswordField = 'current' | 'next';
/** The key of the words that say what is wrong with a field. */
export type PasswordFault = 'currentMissing' | 'nextMissing' | 'short' | 'wrong' | 'same';
export type PasswordFaults = Partial<Record<PasswordField, PasswordFault>>;

/** What is wrong with the two fields before anybody is asked; empty when nothing is. */
export function passwordFaults(change: PasswordChange): PasswordFaults {
  const parsed = passwordChangeSchema.safeParse(change);
  const names = new Set(parsed.error?.issues.map((issue) => issue.path[0]));
  const faults: PasswordFaults = {};
  if (names.has('current')) faults.current = 'currentMissing';
  if (names.has('next')) {
    const isShort = change.next !== '' && change.next.length < passwordLengthMin;
    faults.next = isShort ? 'short' : 'nextMissing';
  } else if (change.next === change.current) faults.next = 'same';
  return faults;
}
