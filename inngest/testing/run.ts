import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { signature } from './server';

type Op = { id: string; op: string; data?: unknown; error?: { message?: string } };
type Handler = (request: NextRequest) => Promise<Response>;
export type Event = { id: string; name: string; data: object };

/** A run in progress, as Inngest keeps it: what each finished step gave, and the failures so far. */
export type Run = {
  id: string;
  fnId: string;
  event: Event;
  steps: Record<string, { type: 'data'; data: unknown }>;
  attempt: number;
  errors: string[];
  status: 'running' | 'completed' | 'failed';
  output?: unknown;
};

export const newRun = (fnId: string, event: Event): Run => ({
  id: randomUUID(),
  fnId,
  event,
  steps: {},
  attempt: 0,
  errors: [],
  status: 'running',
});

/**
 * One request of Inngest to the app: asks for the run's next step and keeps what comes back. The
 * run's state outlives the app, so a fresh handler can be given for the next request.
 */
export async function advance(run: Run, post: Handler, options: Signing): Promise<void> {
  const response = await post(runRequest(run, options));
  const body = await response.json();
  const final = response.headers.get('x-inngest-no-retry') === 'true';
  if (response.status === 200) {
    run.status = 'completed';
    run.output = body;
  } else if (response.status === 206) {
    for (const op of body as Op[]) take(run, op);
  } else {
    fail(run, String(body.message), final);
  }
}

/** Asks until the run has ended, as often as `attemptsMax` failures allow. */
export async function toTheEnd(run: Run, post: Handler, options: Signing, attemptsMax = 3) {
  while (run.status === 'running' && run.attempt < attemptsMax) await advance(run, post, options);
  return run;
}

export type Signing = { origin: string; signingKey: string };

export function runRequest(run: Run, { origin, signingKey }: Signing): NextRequest {
  const stepIds = Object.keys(run.steps);
  const body = {
    event: run.event,
    events: [run.event],
    steps: run.steps,
    version: -1,
    ctx: {
      attempt: run.attempt,
      disable_immediate_execution: false,
      fn_id: '00000000-0000-4000-8000-000000000000',
      run_id: run.id,
      stack: { stack: stepIds, current: stepIds.length },
      use_api: false,
    },
  };
  return new NextRequest(`${origin}/api/inngest?fnId=${run.fnId}&stepId=step`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      host: new URL(origin).host,
      'content-type': 'application/json',
      'x-inngest-signature': signature(signingKey, body),
    },
  });
}

function take(run: Run, op: Op): void {
  if (op.op === 'StepRun') {
    run.steps[op.id] = { type: 'data', data: op.data };
    run.attempt = 0;
  } else {
    fail(run, op.error?.message ?? op.op, op.op === 'StepFailed');
  }
}

function fail(run: Run, message: string, final: boolean): void {
  run.errors.push(message);
  run.attempt += 1;
  if (final) run.status = 'failed';
}
