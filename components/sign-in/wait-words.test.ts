import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import es from '@/messages/es.json';
import { waitWords } from './wait-words';

const t = createTranslator({ locale: 'es', messages: es, namespace: 'signIn.refused' });

it('a wait reads in seconds while they are few, and then in minutes', () => {
  expect(waitWords(t, 1)).toContain('Espera 1 segundo y');
  expect(waitWords(t, 90)).toContain('Espera 90 segundos');
  expect(waitWords(t, 91)).toContain('Espera 2 minutos');
});
