import { z } from 'zod';

/** No house sold anything here before it; a database knows no year 0. */
export const firstDay = '2000-01-01';

/** A day of the calendar that figures and logs can be asked for, `2026-11-24`. */
export const daySchema = z.iso.date().refine((day) => day >= firstDay && day < '2200-01-01');
