/**
 * Starts the process's jobs when the server starts: the outbox goes to Inngest where that is
 * configured, else to a runner inside this process. It is the one place outside `app/api/inngest`
 * that knows both, because it wires them.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { config } = await import('./lib/config');
  if (config().inngest.enabled) {
    const [{ deliverToInngest }, { setDeliverer }] = await Promise.all([
      import('./inngest/client'),
      import('./lib/outbox/service'),
    ]);
    setDeliverer(deliverToInngest);
    return;
  }
  const [{ jobDeps }, { startRunner }] = await Promise.all([
    import('./lib/jobs/deps'),
    import('./lib/jobs/runner'),
  ]);
  const runner = startRunner(jobDeps(), config().cleanupIntervalMinutes);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void runner.stop());
  }
}
