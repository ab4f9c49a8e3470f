import { openApiDocument } from '@/lib/openapi/document';

const { paths } = openApiDocument();

/** Every answer that a test sees must be one that the API's description speaks of; a fault of ours is none. */
export function requireDescribed(method: string, template: string, status: number): void {
  if (status === 500) return;
  const operation = paths[template]?.[method.toLowerCase()] as { responses: object } | undefined;
  if (!operation && (status === 405 || method === 'OPTIONS')) return;
  if (operation && String(status) in operation.responses) return;
  throw new Error(`${method} ${template} answered ${status}, which is not described`);
}
