import { expect, it } from 'vitest';
import { alertWording } from './alert-wording';
import { telling } from './testing/letters';

it('an alert of one performance names it with its day and hour, in the sentence and in the figures', () => {
  const figures = { ...telling.alert.figures, count: 0.5, held: 60, capacity: 120 };
  const alert = { ...telling.alert, kind: 'event_share', sourceKind: null, figures } as const;
  const wording = alertWording({ ...telling, alert: { ...alert, source: null } }, 'https://b.test');
  expect(wording.lead).toContain('Carmen (11 dic, 20:00)');
  expect(wording.figures.map(({ value }) => value)).toContain('Carmen · 11 dic, 20:00');
});
