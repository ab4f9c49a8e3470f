import { describe, expect, it } from 'vitest';
import { inNow } from './in-now';

const event = { id: '0198c0de-0000-7000-8000-000000000001', name: 'Noche' };

describe('the way from an alert to the live locks', () => {
  it('asks for what they are known by there: a session, a network or the name of an account', () => {
    expect(inNow('aurora', { source: '5CKD23', event: null })).toBe(
      '/admin/aurora?q=5CKD23&by=session',
    );
    expect(inNow('aurora', { source: 'Íñigo Salvatierra', event: null })).toBe(
      '/admin/aurora?q=%C3%8D%C3%B1igo+Salvatierra&by=session',
    );
  });

  it('asks for the event where the alert is of one', () => {
    expect(inNow('aurora', { source: null, event })).toBe(
      `/admin/aurora?event=${event.id}&by=session`,
    );
  });

  it('is none where the account is gone, or the alert a test', () => {
    expect(inNow('aurora', { source: null, event: null })).toBeNull();
  });
});
