import type { EventCard } from '@/lib/events/queries';
import { ProductionCard } from './production-card';
import { groupProductions } from './productions';

/** Posters in two columns where there is room; one alone takes the stage. */
export function ProductionsList({
  events,
  colourOf,
  all = false,
}: {
  events: EventCard[];
  colourOf: (tenant: string) => string | null;
  all?: boolean;
}) {
  const productions = groupProductions(events);
  return (
    <ul
      className={
        productions.length > 1
          ? 'grid grid-cols-1 items-start gap-8 lg:grid-cols-2'
          : 'mx-auto grid w-full max-w-2xl grid-cols-1'
      }
    >
      {productions.map((production) => (
        <li key={production.key}>
          <ProductionCard production={production} colour={colourOf(production.tenant)} all={all} />
        </li>
      ))}
    </ul>
  );
}
