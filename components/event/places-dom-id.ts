/** Where a general-admission zone's quantity is found on the page: the map leads there. */
export const placesDomId = (zoneId: number) => `places-${zoneId}`;
