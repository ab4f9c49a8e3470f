/** 200 while the process lives, whatever else is down. */
export function GET(): Response {
  return new Response('ok\n', {
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}
