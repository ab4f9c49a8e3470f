import { z } from 'zod';
import { type ErrorCode, errorStatus } from '@/lib/errors';
import { cartOperations } from './cart';
import { catalogueOperations } from './catalogue';
import { checkoutOperations } from './checkout';
import type { Operation } from './operation';
import { serviceOperations } from './service';

const operations = [
  ...catalogueOperations,
  ...cartOperations,
  ...checkoutOperations,
  ...serviceOperations,
];

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(errorStatus) },
  },
};

/** The OpenAPI 3.1 document of the REST endpoints, from the schemas that validate them. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method] = describeOperation(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Butaca', version: '1', description: 'Seats, locks, orders and tickets.' },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'butaca_session' } },
    },
  };
}

function describeOperation(operation: Operation) {
  const { summary, path, query = [], once, request, responses, errors } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
    parameter(name as string, 'path'),
  );
  const inQuery = query.map((name) => parameter(name, 'query'));
  const inHeader = once ? [parameter('Idempotency-Key', 'header')] : [];
  return {
    summary,
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(request
      ? { requestBody: { content: content(z.toJSONSchema(request, { io: 'input' })) } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, { schema, type, description }]) => [
          status,
          {
            description,
            ...(schema ? { content: content(z.toJSONSchema(schema, { io: 'output' })) } : {}),
            ...(type ? { content: { [type]: {} } } : {}),
          },
        ]),
      ),
      ...problems(errors),
    },
  };
}

const content = (schema: unknown) => ({ 'application/json': { schema } });

function parameter(name: string, place: 'path' | 'query' | 'header') {
  return { name, in: place, required: place === 'path', schema: { type: 'string' } };
}

function problems(errors: ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errors) {
    byStatus.set(errorStatus[code], [...(byStatus.get(errorStatus[code]) ?? []), code]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema } } },
    ]),
  );
}
