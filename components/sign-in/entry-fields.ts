import { credentialsSchema, passwordLengthMin, registrationSchema } from '@/lib/users/schema';
import type { Door } from './enter';

export type FieldName = 'email' | 'name' | 'password';
/** The key of a message under `signIn.missing`. */
export type FieldFault = FieldName | 'passwordShort';
export type Faults = Partial<Record<FieldName, FieldFault>>;

/** What is wrong with the fields of a form, each by the message that says so; empty when nothing is. */
export function faultsOf(door: Door, fields: Record<string, string>): Faults {
  const schema = door === 'register' ? registrationSchema : credentialsSchema;
  const parsed = schema.safeParse(fields);
  if (parsed.success) return {};
  const names = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const faults: Faults = {};
  if (names.has('email')) faults.email = 'email';
  if (names.has('name')) faults.name = 'name';
  if (names.has('password')) {
    const typed = fields.password ?? '';
    faults.password = typed && typed.length < passwordLengthMin ? 'passwordShort' : 'password';
  }
  return faults;
}
