import type { Wording } from './wording';

/** The confirmation for those who read mail as text: the same words, in the same order. */
export function plainText(wording: Wording): string {
  const blocks: string[][] = [
    [wording.title],
    [wording.greeting, wording.lead],
    [`${wording.open}:`, wording.url],
    [wording.number],
    ...wording.events.map((event) => [
      event.name,
      event.when,
      event.where,
      ...event.items.map(({ place, units, price }) =>
        units ? `- ${place} (${units}): ${price}` : `- ${place}: ${price}`,
      ),
    ]),
    [`${wording.total.label}: ${wording.total.amount}`],
    [
      wording.ticketsTitle,
      ...wording.tickets.map(
        ({ event, place, code }) => `- ${event ? `${event}, ${place}` : place}: ${code}`,
      ),
    ],
    [wording.keep],
    [wording.footer],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
