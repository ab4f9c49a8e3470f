import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { LockPage, LockRecord, RowsFilter } from '@/lib/analytics/schema';
import type { Tenant } from '@/lib/tenants/queries';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

vi.mock('@/lib/i18n/navigation', () => ({
  Link: ({ href, children }: { href: string; children: React.ReactNode }) => (
    <a href={href}>{children}</a>
  ),
}));
const { SearchOn, waysOf } = await import('./search-on');
const { Pager } = await import('./pager');
const { RowsHead } = await import('./rows-head');

const tenant = { slug: 'aurora', timeZone: 'Europe/Madrid', currency: 'EUR' } as Tenant;
const filter: RowsFilter = { from: '2026-01-01', to: '2026-11-24', hour: 4, device: 'phone' };
const border = '1785535200000000.00000000-0000-0000-0000-000000000000';
const stopped: LockPage = {
  rows: [],
  next: border,
  previous: null,
  searchedTo: '2026-07-31T22:00:00.000Z',
};
const row = { id: 'x' } as LockRecord;

function shown(children: React.ReactNode, locale: 'es' | 'en' = 'es') {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ es, en }[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  );
}

const on = `href="/admin/aurora/locks?from=2026-01-01&amp;to=2026-11-24&amp;hour=4&amp;device=phone&amp;cursor=${border}&amp;toward=older"`;

it.each([
  ['es', [], 'De momento, ninguno', 'Buscado hasta el 1 de agosto de 2026.', 'Sigue buscando'],
  ['en', [], 'None so far', 'Searched as far as 1 August 2026.', 'Keep searching'],
  ['es', [row], '', 'Buscado hasta el 1 de agosto de 2026.', 'Sigue buscando'],
] as const)(
  'a search that stopped says by the house’s clock how far it came, and goes on from there: %s %j',
  (locale, rows, title, line, way) => {
    const page = { ...stopped, rows: [...rows] };
    const html = shown(<SearchOn page={page} filter={filter} tenant={tenant} />, locale);
    expect(html).toContain(title);
    expect(html).toContain(line);
    expect(html).toContain(way);
    expect(html).toContain(on);
    expect(html.includes('De momento, ninguno')).toBe(locale === 'es' && rows.length === 0);
  },
);

it('the way on is one link, and the way back stays', () => {
  const page = { ...stopped, rows: [row], previous: '5.5' };
  const pager = (of: LockPage, asked = filter) =>
    shown(<Pager page={waysOf(of, asked)} filter={asked} tenant={tenant} />);
  expect(pager(page)).toContain('Más recientes');
  expect(pager(page)).not.toContain('Más antiguos');
  expect(pager({ ...page, searchedTo: null })).toContain('Más antiguos');
  const back = { ...filter, cursor: '5.5', toward: 'newer' } as const;
  expect(pager(page, back)).toContain('Más antiguos');
  expect(pager(page, back)).not.toContain('Más recientes');
});

it('a search that came to its end says nothing of how far', () => {
  const page = { ...stopped, next: null, searchedTo: null };
  expect(shown(<SearchOn page={page} filter={filter} tenant={tenant} />)).toBe('');
});

it('what could not be counted is told instead of a figure, and is still there as a file', () => {
  const uncounted = { locks: null, units: null, value: null, carts: null };
  const html = shown(<RowsHead filter={filter} tenant={tenant} count={uncounted} />);
  expect(html).toContain(es.admin.locks.uncounted);
  expect(html).not.toContain('<dd');
  expect(html).toContain(es.admin.locks.csv);
  const counted = shown(
    <RowsHead filter={filter} tenant={tenant} count={{ ...uncounted, locks: 7 }} />,
  );
  expect(counted).toContain('>7</dd>');
  expect(counted).not.toContain(es.admin.locks.uncounted);
});
