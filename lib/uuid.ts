import { z } from 'zod';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string) => uuidForm.test(text);

/** An id that somebody names. Upper case is the same id, and compared with what is kept in lower. */
export const idSchema = z.uuid().toLowerCase();
