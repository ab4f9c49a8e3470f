import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from '@/components/cart/query-client';
import { type AskSink, askEachMs } from './ask-meanwhile';
import { type EventAddress, fetchAvailability } from './event-wire';

/** Asks for an event's figures now and then, and first at once. Returns the end of it. */
export function askFigures({ tenant, eventId }: EventAddress, sink: AskSink): () => void {
  let ended = false;
  const observer = new QueryObserver(queryClient(), {
    queryKey: ['figures', tenant, eventId],
    queryFn: async () => {
      const availability = await fetchAvailability({ tenant, eventId });
      // The feed may be back: what was asked before it is older than what it said.
      if (!ended) sink.snapshot(availability);
      return availability.serverTime;
    },
    gcTime: 0,
    refetchInterval: askEachMs,
    retry: false,
  });
  const end = observer.subscribe(({ isError }) => sink.unanswered(isError));
  return () => {
    ended = true;
    end();
  };
}
