/** `withdrawn`: taken off the programme while the page was open. */
export type Sale = 'not_yet' | 'open' | 'over' | 'withdrawn';

/** Where the sale stands, by the server's clock. */
export function saleOf(event: { onSale: boolean; saleStartsAt: string }, serverTime: string): Sale {
  if (event.onSale) return 'open';
  return Date.parse(serverTime) < Date.parse(event.saleStartsAt) ? 'not_yet' : 'over';
}
