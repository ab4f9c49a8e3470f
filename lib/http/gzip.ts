import { gunzipSync } from 'node:zlib';

/** Whether an `Accept-Encoding` lets an answer be gzip (RFC 9110, 12.5.3). */
export function acceptsGzip(header: string | null): boolean {
  const weights = new Map(
    (header ?? '').split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [coding, weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

/** JSON that is there as gzip, as the request takes it. */
export function gzippedJson(request: Request, bytes: Uint8Array<ArrayBuffer>): Response {
  const taken = acceptsGzip(request.headers.get('accept-encoding'));
  const body = taken ? bytes : Uint8Array.from(gunzipSync(bytes));
  return new Response(body, {
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      vary: 'accept-encoding',
      ...(taken ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}
