/**
 * The Content-Security-Policy of a page: scripts of ours only, each vouched for by this answer's
 * `nonce`. Styles may stand in the page: React writes `style` attributes, and they run nothing.
 * @param nonce base64, used once
 * @param dev the developer's server, where React rebuilds the server's stack traces with `eval`
 */
export function pagePolicy(nonce: string, dev = false): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
