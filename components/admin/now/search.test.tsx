import { NextIntlClientProvider } from 'next-intl';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import messages from '@/messages/es.json';
import { rowOf } from './row';
import { Searched } from './search';
import { lock } from './testing';
import { type SpokenPlaces, useSpoken } from './use-spoken';

const event = { id: 'event', name: 'Gala 2026', startsAt: '2026-12-11T19:00:00Z' };
const searched = new Searched(spokenInSpanish());
const row = (change: Parameters<typeof lock>[0]) => rowOf(lock(change));
const find = (text: string, ...rows: ReturnType<typeof row>[]) =>
  rows.filter(searched.matcher(text, [event])).map(({ id }) => id);

function Heard({ by }: { by: (spoken: SpokenPlaces) => void }) {
  by(useSpoken('Europe/Madrid'));
  return null;
}

function spokenInSpanish(): SpokenPlaces {
  const heard: SpokenPlaces[] = [];
  renderToString(
    <NextIntlClientProvider locale="es" messages={messages} timeZone="Europe/Madrid">
      <Heard by={(spoken) => heard.push(spoken)} />
    </NextIntlClientProvider>,
  );
  return heard[0] as SpokenPlaces;
}

describe('a search', () => {
  const a = row({ id: 'a', zoneName: 'Platea Ámbar', row: '12', seat: '4', session: 'X4KQ2M' });
  const b = row({ id: 'b', account: 'Íñigo Salvatierra-Peña', row: '1', seat: '19' });
  const c = row({ id: 'c', row: '19', seat: '1', session: 'Y4KQ2M' });
  const d = row({ id: 'd', zoneName: 'Pista', row: null, seat: null, quantity: 3 });
  const e = row({ id: 'e', zoneName: 'Pista', row: null, seat: null, quantity: 30 });
  const all = [a, b, c, d, e];

  it('goes by the beginnings of words, without case or accents', () => {
    expect(find('ambar', ...all)).toEqual(['a']);
    expect(find('inigo salva', ...all)).toEqual(['b']);
    expect(find('SALVATIERRA, Íñigo', ...all)).toEqual(['b']);
    expect(find('pena', ...all)).toEqual(['b']);
    expect(find('x4k', ...all)).toEqual(['a']);
    expect(find('4', ...all)).toEqual(['a']);
    expect(find('  ', ...all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(find('·', ...all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('finds a seat as it is shown and as it is spoken of, and only that one', () => {
    expect(find('butaca 19', ...all)).toEqual(['b']);
    expect(find('FILA 1', ...all)).toEqual(['b']);
    expect(find('1 · 19', ...all)).toEqual(['b']);
    expect(find('Platea, fila 1, butaca 19', ...all)).toEqual(['b']);
    expect(find('platea 19', ...all)).toEqual(['b', 'c']);
  });

  it('finds so many places, and no more', () => {
    expect(find('3 entradas', ...all)).toEqual(['d']);
    expect(find('pista 3', ...all)).toEqual(['d']);
    expect(find('3', ...all)).toEqual(['d', 'e']);
  });

  it('finds what is held of an event by its name and hour, but no seat by a figure in them', () => {
    const other = row({ id: 'other', eventId: 'another' });
    expect(find('gala 2026', a, other)).toEqual(['a']);
    expect(find('11 dic', a, other)).toEqual(['a']);
    expect(find('20:00', a, other)).toEqual(['a']);
    expect(find('2026', a, other)).toEqual([]);
  });
});

describe('the words of a lock', () => {
  it('tell its event by day and hour', () => {
    expect(spokenInSpanish().hour(event)).toBe('11 dic, 20:00');
    expect(spokenInSpanish().event(event)).toBe('Gala 2026 · 11 dic, 20:00');
  });

  it('are those that its line shows, of whichever seat', () => {
    const spoken = spokenInSpanish();
    const rows = [
      row({ row: '3', seat: '14' }),
      row({ row: '4', seat: '$&', zoneName: 'Palco' }),
      row({ row: null, seat: '7' }),
      row({ row: null, seat: null, quantity: 2 }),
      row({ row: null, seat: null, quantity: 1, zoneName: 'Pista' }),
    ];
    for (const one of rows) {
      expect(spoken.places(one)).toEqual([spoken.place(one), spoken.fullPlace(one)]);
    }
  });
});
