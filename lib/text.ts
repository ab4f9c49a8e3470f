import { z } from 'zod';

/** A text of one line that a database can keep: no null or other control characters, no half letters. */
export const lineSchema = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u);
