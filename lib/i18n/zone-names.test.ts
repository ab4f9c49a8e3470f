import { expect, test } from 'vitest';
import { zoneName } from './zone-names';

test.each([
  ['America/Mexico_City', 'hora de Ciudad de México', 'Mexico City Time'],
  ['America/Bogota', 'hora de Colombia', 'Colombia Time'],
  ['Europe/Madrid', 'hora de España', 'Spain Time'],
  ['America/New_York', 'hora de Nueva York', 'New York Time'],
  ['Africa/Dakar', 'hora de Senegal', 'Greenwich Mean Time'],
  ['UTC', 'GMT+0', 'GMT+0'],
])('the clock of %s has a name in each language, never mere letters', (zone, es, en) => {
  expect([zoneName(zone, 'es'), zoneName(zone, 'en')]).toEqual([es, en]);
});
