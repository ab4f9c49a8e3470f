// Loaded into the app before anything else: when the process that started it is gone, killed
// with -9 included, the channel between them closes, and the app stops instead of serving on alone.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
