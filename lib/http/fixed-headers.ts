/** Headers that do not depend on what is answered. */
type Fixed = { key: string; value: string }[];

/** What every answer says. The policy of pages, with its nonce, comes from proxy.ts. */
export const everywhere: Fixed = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  // An order's address holds its key: no other site may learn it.
  { key: 'referrer-policy', value: 'same-origin' },
  {
    key: 'permissions-policy',
    value: 'camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=()',
  },
];

/** Only over HTTPS, as a reverse proxy tells it: browsers keep to it from then on. */
export const overHttps: Fixed = [{ key: 'strict-transport-security', value: 'max-age=31536000' }];

/** What is no page shows nothing, runs nothing and stands in no frame. */
export const noPage: Fixed = [
  { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" },
];
