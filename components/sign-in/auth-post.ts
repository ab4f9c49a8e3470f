/** A post to next-auth with its cross-site token; null when the network is not there. */
export async function postToAuth(
  path: string,
  fields: Record<string, string>,
): Promise<Response | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    if (!csrf.ok) return csrf;
    // Every page carries this code for its way out: no schema, which would weigh more than the page.
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    return await fetch(`/api/auth/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
  } catch (error) {
    // fetch tells a lost network by a TypeError, and nothing else by one.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Signs out; false when there is no connection. */
export async function leave(): Promise<boolean> {
  return (await postToAuth('signout', {}))?.ok ?? false;
}
