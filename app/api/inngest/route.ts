import { serve } from 'inngest/next';
import type { NextRequest } from 'next/server';
import { inngest } from '@/inngest/client';
import { inngestFunctions } from '@/inngest/functions';
import { config } from '@/lib/config';
import { errorStatus } from '@/lib/errors';
import { jobDeps } from '@/lib/jobs/deps';
import { processWide } from '@/lib/process-wide';

export const dynamic = 'force-dynamic';

type Handler = (request: NextRequest) => Promise<Response>;
type Method = 'GET' | 'PUT' | 'POST';

/** Lists the functions to a request that Inngest signed. */
export const GET = answer('GET');
/** Registers the functions with Inngest. */
export const PUT = answer('PUT');
/** Runs a function, or one step of it, for a request that Inngest signed. */
export const POST = answer('POST');

/** Without an Inngest to run the jobs there is nothing at this address. */
function answer(method: Method): Handler {
  return async (request) =>
    config().inngest.enabled ? served()[method](request, undefined) : notFound();
}

/** Made at the first request: the functions' schedules and Inngest's address are the process's. */
function served() {
  return processWide('inngest handlers', () => {
    const { cleanupIntervalMinutes: cleanupMinutes, inngest: settings } = config();
    return serve({
      client: inngest,
      functions: inngestFunctions(jobDeps, { cleanupMinutes }),
      ...(settings.origin ? { serveOrigin: settings.origin } : {}),
    });
  });
}

function notFound(): Response {
  const status = errorStatus.not_found;
  return Response.json(
    { type: 'about:blank', title: 'Not Found', status, code: 'not_found' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
