import { type Agent, request as httpRequest } from 'node:http';

/** One request; an answer of another status ends the measurement, as it would measure something else. */
export function send(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  expected: number,
  body?: unknown,
): Promise<void> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { agent, port, host: '127.0.0.1', method, path, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (answer.statusCode === expected) resolve();
          else reject(new Error(`${method} ${path} was answered with ${answer.statusCode}`));
        });
      },
    );
    request.once('error', reject);
    request.end(text);
  });
}
