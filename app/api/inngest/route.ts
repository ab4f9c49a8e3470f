import { serve } from 'inngest/next';
import type { NextRequest } from 'next/server';
import { v7 as newId } from 'uuid';
import { inngest } from '@/inngest/client';
import { inngestFunctions } from '@/inngest/functions';
import { config } from '@/lib/config';
import { DomainError, type ErrorCode } from '@/lib/errors';
import { problemOf, problemResponse } from '@/lib/http/problem';
import { jobDeps } from '@/lib/jobs/deps';

export const dynamic = 'force-dynamic';

type Handler = (request: NextRequest) => Promise<Response>;
type Method = 'GET' | 'PUT' | 'POST';

/** Lists the functions to a request that Inngest signed. */
export const GET = answer('GET');
/** Registers the functions with Inngest. */
export const PUT = answer('PUT');
/** Runs a function, or one step of it, for a request that Inngest signed. */
export const POST = answer('POST');

function answer(method: Method): Handler {
  return async (request) => {
    // Without an Inngest to run the jobs there is nothing at this address.
    if (!config().inngest.enabled) return problem('not_found');
    handlers ??= handlersOfThisProcess();
    try {
      return await handlers[method](request, undefined);
    } catch (error) {
      // The library reads the body before it looks at the signature; what a function throws, it keeps.
      if (error instanceof SyntaxError) return problem('invalid_request');
      throw error;
    }
  };
}

let handlers: ReturnType<typeof handlersOfThisProcess> | undefined;

/** Made at the first request, because a build has no settings to make them from. */
function handlersOfThisProcess() {
  const { cleanupIntervalMinutes: cleanupMinutes, inngest: settings } = config();
  return serve({
    client: inngest,
    functions: inngestFunctions(jobDeps, { cleanupMinutes }),
    ...(settings.origin ? { serveOrigin: settings.origin } : {}),
  });
}

function problem(code: ErrorCode): Response {
  return problemResponse(problemOf(new DomainError(code), newId()));
}
