import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { untilWhen } from './until';

const now = new Date('2026-11-24T21:00:00Z');
/** What a house in Madrid reads at ten in the evening of the 24th. */
const said = (iso: string, locale: 'es' | 'en') =>
  createTranslator({ locale, messages: locale === 'es' ? es : en })(
    'admin.alerts.coolDowns.until',
    untilWhen(iso, locale, 'Europe/Madrid', now),
  );

describe('until when', () => {
  it('is an hour, and its day only where that is not today', () => {
    expect(said('2026-11-24T22:30:00Z', 'es')).toBe('En pausa hasta las 23:30');
    expect(said('2026-11-24T23:03:00Z', 'es')).toBe('En pausa hasta el 25 de noviembre a las 0:03');
    expect(said('2026-11-24T22:30:00Z', 'en')).toBe('Paused until 23:30');
    expect(said('2026-11-24T23:03:00Z', 'en')).toBe('Paused until 00:03 on 25 November');
  });

  it('has in Spanish one article for one o’clock and another for every other hour', () => {
    expect(said('2026-11-25T00:15:00Z', 'es')).toBe('En pausa hasta el 25 de noviembre a la 1:15');
    expect(said('2026-11-25T09:15:00Z', 'es')).toBe(
      'En pausa hasta el 25 de noviembre a las 10:15',
    );
    expect(said('2026-11-23T23:59:00Z', 'es')).toBe('En pausa hasta las 0:59');
    expect(said('2026-11-24T00:20:00Z', 'es')).toBe('En pausa hasta la 1:20');
    expect(said('2026-11-25T00:15:00Z', 'en')).toBe('Paused until 01:15 on 25 November');
    expect(said('2026-11-24T00:20:00Z', 'en')).toBe('Paused until 01:20');
  });

  it('is where the reader is, unless another place is named', () => {
    const at = new Date(2026, 10, 24, 20, 35);
    const here = (now: Date) => untilWhen(at.toISOString(), 'es', undefined, now);
    expect(here(new Date(2026, 10, 24, 9, 0))).toMatchObject({ which: 'today', time: '20:35' });
    expect(here(new Date(2026, 10, 23, 23, 0))).toMatchObject({
      which: 'later',
      day: '24 de noviembre',
    });
  });
});
