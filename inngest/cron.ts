const hourMinutes = 60;
const dayHours = 24;

/**
 * The cron pattern that runs at least every `minutes`. Inngest's crons go by whole minutes and by
 * the clock, so what does not divide the hour or the day is rounded to something more frequent.
 */
export function cronEvery(minutes: number): string {
  const whole = Math.max(1, Math.floor(minutes));
  if (whole === 1) return '* * * * *';
  if (whole < hourMinutes) return `*/${whole} * * * *`;
  const hours = Math.floor(whole / hourMinutes);
  if (hours === 1) return '0 * * * *';
  return hours < dayHours ? `0 */${hours} * * *` : '0 0 * * *';
}
