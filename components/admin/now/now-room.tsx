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
import { useSpoken } from './use-spoken';

type Props = {
  house: House;
  /** What is filtered and searched from the start, and whether sessions stand together. */
  wanted: Partial<Filter>;
  grouped: boolean;
};

/** Everything that is in carts at this moment, and what can be done about it. */
export function NowRoom({ house, wanted, grouped }: Props) {
  const spoken = useSpoken(house.timeZone);
  const [store] = useState(
    () => new NowStore({ filter: { ...noFilter, ...wanted }, grouped, spoken }),
  );
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
