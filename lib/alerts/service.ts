export { startWatcher } from './watcher';
