import { openApiDocument } from '@/lib/openapi/document';

/** The REST endpoints, described from the schemas that validate them. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
