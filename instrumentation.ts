/** Starts the process's jobs, and hangs the door of its live streams, when the server starts. */
export async function register(): Promise<void> {
  if (
    process.env.NEXT_RUNTIME === 'nodejs' &&
    process.env.NEXT_PHASE !== 'phase-production-build'
  ) {
    const { startJobs, startAlerts, hangLiveDoor } = await import('./instrumentation-node');
    hangLiveDoor();
    startJobs();
    startAlerts();
  }
}
