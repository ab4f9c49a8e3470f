import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import es from '@/messages/es.json';
import { outcomeNotice } from './outcome-notice';

const t = createTranslator({ locale: 'es', messages: es, namespace: 'admin.alerts' });
const now = createTranslator({ locale: 'es', messages: es, namespace: 'admin.now.dialog' });
const told = (released: number, kept: number) => {
  const { tone, title, line } = outcomeNotice(t, now, {
    deed: 'both',
    minutes: 60,
    released,
    kept,
  });
  return [tone, title, line];
};

describe('what is told of a source that was released and paused', () => {
  it('is how much was released, and for how long it is paused', () => {
    const paused = 'No puede bloquear más durante 1 hora.';
    expect(told(60, 0)).toEqual(['success', 'Hecho', `60 bloqueos liberados. ${paused}`]);
    expect(told(0, 0)).toEqual(['success', 'Hecho', `No tenía nada que liberar. ${paused}`]);
  });

  it('is first what is being paid for and stays, in the words of a release in Now', () => {
    const [tone, title, line] = told(58, 2);
    expect([tone, title]).toEqual(['warning', '2 se están pagando ahora mismo y siguen']);
    expect(line).toMatch(/^58 bloqueos liberados\. .*A quien paga se le ha prometido/);
    const [, alone, nothing] = told(0, 1);
    expect(alone).toBe('1 se está pagando ahora mismo y sigue');
    expect(nothing).toMatch(/^No se ha liberado nada\./);
  });
});
