import { expect, it } from 'vitest';
import { faceOf, ServerClock } from './server-clock';

it('time goes on from what the server said, whatever the device believes', () => {
  let steadyMs = 1_000;
  const clock = new ServerClock(() => steadyMs);
  clock.told('2026-11-24T20:00:00.000Z');
  steadyMs += 90_000;
  expect(new Date(clock.nowMs()).toISOString()).toBe('2026-11-24T20:01:30.000Z');
});

it('what is left is told in minutes and seconds, and is never less than nothing', () => {
  const faces = [-5, 0, 1, 59_001, 60_000, 605_000, 3_725_000].map(faceOf);
  expect(faces).toEqual(['0:00', '0:00', '0:01', '1:00', '1:00', '10:05', '1:02:05']);
});
