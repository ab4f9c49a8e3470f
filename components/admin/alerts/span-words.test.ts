import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import es from '@/messages/es.json';
import { spanWords } from './span-words';

const t = createTranslator({ locale: 'es', messages: es, namespace: 'admin.alerts' });
const minutes = (count: number) => spanWords(t, count * 60_000);

it('a span of time reads in the two units that matter', () => {
  expect(minutes(0.9)).toBe('menos de un minuto');
  expect(minutes(12)).toBe('12 min');
  expect(minutes(185)).toBe('3 h 5 min');
  expect(minutes(60 * 52)).toBe('2 d 4 h');
});
