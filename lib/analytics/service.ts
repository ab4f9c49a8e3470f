export { countClosedHours } from './count';
export { forgetViewers, moveOldLocks } from './history';
