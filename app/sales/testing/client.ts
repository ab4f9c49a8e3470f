import type { Problem } from '@/lib/http/problem';
import type { Released } from '@/lib/locks/schema';
import { requireDescribed } from './described';
import { handlerOf } from './routes';

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; read it as what the test expects. */
  as: <T>() => T;
  problem: Problem;
  cart: Released;
};

type Options = { headers?: Record<string, string>; signal?: AbortSignal; origin?: string };

/** A buyer's HTTP client with a cookie jar. A body that is no string goes as JSON. */
export class Client {
  /** The session's key, once the server has set it. */
  session: string | null = null;

  get(path: string, options?: Options) {
    return this.send('GET', path, undefined, options);
  }
  post(path: string, body?: unknown, options?: Options) {
    return this.send('POST', path, body, options);
  }
  put(path: string, body?: unknown, options?: Options) {
    return this.send('PUT', path, body, options);
  }
  delete(path: string, body?: unknown, options?: Options) {
    return this.send('DELETE', path, body, options);
  }

  async send(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
    const response = await this.open(method, path, body, options);
    const text = await response.text();
    const as = <T>() => JSON.parse(text) as T;
    const { status, headers } = response;
    return {
      status,
      headers,
      text,
      as,
      get problem() {
        return as<Problem>();
      },
      get cart() {
        return as<Released>();
      },
    };
  }

  /** The answer before its body is read: for streams. */
  async open(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, signal, origin = 'http://localhost:3000' }: Options = {},
  ): Promise<Response> {
    const url = new URL(path, origin);
    const cookie: Record<string, string> = this.session
      ? { cookie: `other=1; butaca_session=${this.session}` }
      : {};
    const raw =
      typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
    const request = new Request(url, {
      method,
      headers: { host: url.host, 'content-type': 'application/json', ...cookie, ...headers },
      body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body),
      signal,
      // Node asks for it with a stream.
      ...({ duplex: 'half' } as object),
    });
    const { handler, template } = handlerOf(method, url.pathname);
    const response = await handler(request);
    if (template) requireDescribed(method, template, response.status);
    for (const set of response.headers.getSetCookie()) {
      const [, key] = /^butaca_session=([^;]*)/.exec(set) ?? [];
      if (key) this.session = key;
    }
    return response;
  }
}
