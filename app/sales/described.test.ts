import { describe, expect, it } from 'vitest';
import { GET } from '@/app/openapi.json/route';
import { errorStatus } from '@/lib/errors';
import { refuses } from '@/lib/http/methods';
import { table } from './testing/routes';

type Described = {
  openapi: string;
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
type Operation = {
  summary: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: object };
  responses: Record<string, { description: string; content?: Record<string, object> }>;
};

const document = (await GET().json()) as Described;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the API’s description', () => {
  it('has every operation that the server answers, and no other', () => {
    const served = table
      .filter(([path]) => path !== '/openapi.json')
      .flatMap(([path, module]) =>
        Object.entries(module)
          .filter(([name, handler]) => /^(GET|POST|PUT|DELETE)$/.test(name) && !refuses(handler))
          .map(([name]) => `${name.toLowerCase()} ${path}`),
      );
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(served.sort());
  });

  it('is whole: each operation says what it is, takes its path’s parameters, and what it answers', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Butaca', version: expect.any(String) });
    for (const { path, operation } of operations) {
      expect(operation.summary).not.toBe('');
      const inPath = operation.parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
      const good = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      expect(good.length).toBeGreaterThan(0);
      for (const [status, { description }] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(description).not.toBe('');
      }
    }
  });

  it('points at nothing that is not there, and lists every error’s code', () => {
    const pointers = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
    const named = new Set([...pointers].map(([, name]) => name));
    expect([...named]).toEqual(['Problem']);
    expect(document.components.schemas.Problem).toMatchObject({
      properties: { code: { enum: Object.keys(errorStatus) } },
    });
  });

  it('says what a lock asks for, as it is checked', () => {
    const body = document.paths['/sales/cart/lock']?.post?.requestBody;
    expect(body?.content).toMatchObject({
      'application/json': {
        schema: {
          type: 'object',
          required: ['eventId', 'items'],
          additionalProperties: false,
          properties: {
            eventId: { type: 'string', format: 'uuid' },
            items: { type: 'array', minItems: 1, maxItems: 100 },
            mode: { enum: ['all', 'any'] },
          },
        },
      },
    });
  });
});
