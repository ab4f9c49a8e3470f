/** Starts the process's jobs when the server starts. */
export async function register(): Promise<void> {
  if (
    process.env.NEXT_RUNTIME === 'nodejs' &&
    process.env.NEXT_PHASE !== 'phase-production-build'
  ) {
    const { startJobs } = await import('./instrumentation-node');
    startJobs();
  }
}
