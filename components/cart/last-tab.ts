/**
 * Whether a page that is going away gives the cart back. Only the last open tab does. `openTabs`
 * counts this one too; null where the browser cannot tell, and then it does: another tab that is
 * still open hears the good-bye and takes the cart up again within the grace.
 */
export function shouldGiveBack(page: {
  openTabs: number | null;
  holds: boolean;
  leavingToPay: boolean;
}): boolean {
  if (!page.holds || page.leavingToPay) return false;
  return page.openTabs === null || page.openTabs <= 1;
}
