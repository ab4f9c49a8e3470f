import { firstDay } from '@/lib/day';
import { keptFormats } from '@/lib/i18n/kept-formats';
import type { Period } from './schema';

export const presets = ['today', 'yesterday', 'week', 'month', 'quarter', 'year'] as const;
export type Preset = (typeof presets)[number];

const dayMs = 86_400_000;
/** As `schema.ts` bounds it. */
export const daysMax = 800;

/** A calendar day has no time zone: counted in UTC, every one of them is as long as the next. */
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day `by` days later; earlier where it is negative. */
export function addDays(day: string, by: number): string {
  return new Date(msOf(day) + by * dayMs).toISOString().slice(0, 10);
}

/** How many days a period has: at least 1. */
export function daysIn({ from, to }: Period): number {
  return Math.round((msOf(to) - msOf(from)) / dayMs) + 1;
}

/** @param today there, by the database's clock. */
export function presetPeriod(preset: Preset, today: string): Period {
  const lastDays = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  switch (preset) {
    case 'today':
      return lastDays(1);
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return lastDays(7);
    case 'month':
      return lastDays(28);
    case 'quarter':
      return lastDays(90);
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** The preset that a period is, or null for days of one's own choice. */
export function presetOf(period: Period, today: string): Preset | null {
  const is = (preset: Preset) => {
    const { from, to } = presetPeriod(preset, today);
    return from === period.from && to === period.to;
  };
  return presets.find(is) ?? null;
}

/**
 * The period that an address asks for. What is no day counts as not said; without a first day it
 * is the last four weeks. Days to come and those before 2000 are cut off, ends in the wrong order
 * are exchanged.
 */
export function readPeriod(asked: { from?: string; to?: string }, today: string): Period {
  const [from, to] = [dayOf(asked.from), dayOf(asked.to)];
  if (!from && !to) return presetPeriod('month', today);
  const [first, last] = inOrder(from ?? to ?? today, to ?? today);
  const [end] = inOrder(last, today);
  const [start] = inOrder(first, end);
  const [, kept] = inOrder(start, addDays(end, 1 - daysMax));
  return { from: kept, to: end };
}

/** The earlier of two days, then the later. */
function inOrder(a: string, b: string): [string, string] {
  return a <= b ? [a, b] : [b, a];
}

/** A day of the calendar, `2026-02-29` being none. */
function dayOf(text: string | undefined): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(msOf(text))) return null;
  if (addDays(text, 0) !== text) return null;
  return inOrder(firstDay, text)[1];
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return addDays(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7));
}

const dayFormat = keptFormats((timeZone) => {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', parts);
});

/** What day it is in a time zone at a moment. */
export function dayAt(moment: Date, timeZone: string): string {
  return dayFormat(timeZone).format(moment);
}
