import { z } from 'zod';
import type { Operation } from './operation';

const text = 'text/plain';

/** For those who run the service. */
export const serviceOperations: Operation[] = [
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process lives.',
    responses: { 200: { type: text, description: 'It does.' } },
    errors: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Whether the database answers and every migration is in.',
    responses: {
      200: { schema: z.strictObject({ status: z.literal('ready') }), description: 'Ready.' },
      503: {
        schema: z.strictObject({
          status: z.literal('not ready'),
          missing: z.strictObject({
            migrations: z.array(z.string()).optional(),
            database: z.literal(true).optional(),
          }),
        }),
        description: 'Not ready, and what is missing.',
      },
    },
    errors: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'The process’s figures in Prometheus’ text format.',
    responses: { 200: { type: text, description: 'The figures.' } },
    errors: [],
  },
];
