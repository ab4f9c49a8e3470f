'use client';

import { useState } from 'react';
import { Board } from './board';
import { Connection } from './connection';
import { type Filter, noFilter } from './criteria';
import { type House, HouseProvider } from './house-context';
import { NowStore } from './now-store';
import { ReleaseProvider } from './release-context';
import { SpokenSummary } from './spoken-summary';
import { Tiles } from './tiles';
import { StoreProvider, useFeed } from './use-now';

/** Everything that is in carts at this moment, and what can be done about it. */
export function NowRoom({ house, wanted }: { house: House; wanted: Partial<Filter> }) {
  const [store] = useState(() => new NowStore({ ...noFilter, ...wanted }));
  const { state, seen } = useFeed(store, house.slug);
  return (
    <HouseProvider value={house}>
      <StoreProvider value={store}>
        <ReleaseProvider>
          <Connection feed={state} seen={seen} />
          {/* Who may look no longer keeps nothing of it on the screen. */}
          {state !== 'refused' && (
            <>
              <Tiles waiting={!seen} />
              <Board waiting={!seen} />
              <SpokenSummary />
            </>
          )}
        </ReleaseProvider>
      </StoreProvider>
    </HouseProvider>
  );
}
