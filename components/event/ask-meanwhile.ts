import type { Availability } from '@/lib/events/schema';
import type { EventAddress } from './event-wire';

/** How often figures are asked for while the feed is broken. */
export const askEachMs = 5_000;

export type AskSink = {
  snapshot(availability: Availability): void;
  /** Whether the last question found no answer. */
  unanswered(unanswered: boolean): void;
};

/**
 * Asks for an event's figures now and then. The code for it comes when a feed breaks; a server that
 * does not send even that does not answer. Returns the end of it.
 */
export function askMeanwhile(event: EventAddress, sink: AskSink): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let end = () => {};
  const begin = () => {
    import('./ask-figures').then(
      ({ askFigures }) => {
        if (!ended) end = askFigures(event, sink);
      },
      () => {
        if (ended) return;
        sink.unanswered(true);
        timer = setTimeout(begin, askEachMs);
      },
    );
  };
  begin();
  return () => {
    ended = true;
    clearTimeout(timer);
    end();
    sink.unanswered(false);
  };
}
