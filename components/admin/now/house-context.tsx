'use client';

import { createContext, useContext } from 'react';

/** Whose locks are looked at, and what may be done with them. */
export type House = {
  slug: string;
  currency: string;
  timeZone: string;
  mayRelease: boolean;
};

const HouseContext = createContext<House | null>(null);
export const HouseProvider = HouseContext.Provider;

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('The house is outside of its provider.');
  return house;
}
