import { afterEach, describe, expect, it, vi } from 'vitest';
import { DomainError } from '@/lib/errors';
import { metrics } from '@/lib/metrics';
import { json, route } from './route';

const errors = vi.spyOn(console, 'error').mockReturnValue();
vi.spyOn(console, 'info').mockReturnValue();
afterEach(() => errors.mockClear());

/** A request whose caller hangs up while `answer` is at work. */
function hangUp(name: string, answer: (signal: AbortSignal) => Promise<Response>) {
  const caller = new AbortController();
  const request = new Request('http://localhost/sales/x', { signal: caller.signal });
  return route(name, async () => {
    caller.abort();
    return answer(request.signal);
  })(request);
}
const statuses = async (name: string) =>
  [...(await metrics().registry.metrics()).matchAll(/_count\{(.*)\} 1/g)]
    .filter(([, labels]) => labels?.includes(`"${name}"`))
    .map(([, labels]) => /status="(\d+)"/.exec(labels ?? '')?.[1]);

describe('a caller that hangs up', () => {
  it('is no fault of ours, in the log or in the figures', async () => {
    await hangUp('gone', (signal) => Promise.reject(signal.reason));
    expect(await statuses('gone')).toEqual(['499']);
    expect(errors).not.toHaveBeenCalled();
  });

  it('too late is counted as what it was answered', async () => {
    await hangUp('late', async () => json({}));
    await hangUp('refused', () => Promise.reject(new DomainError('not_found')));
    expect(await statuses('late')).toEqual(['200']);
    expect(await statuses('refused')).toEqual(['404']);
  });

  it('hides no fault of ours that came before', async () => {
    const failing = route('broken', () => Promise.reject(new Error('a fault')));
    expect((await failing(new Request('http://localhost/sales/x'))).status).toBe(500);
    expect(errors).toHaveBeenCalledOnce();
  });
});
