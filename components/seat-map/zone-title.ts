/** A zone that is only a number, as arenas have them, is "Section 103" to the reader. */
export function zoneTitle(
  name: string,
  t: (key: 'section', values: { name: string }) => string,
): string {
  return /^\d+$/.test(name) ? t('section', { name }) : name;
}
