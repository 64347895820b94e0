/**
 * Loaded before the web server and the worker (`node --import`): when the supervisor is killed, its channel breaks, and a
 * program that nobody supervises must not keep the port.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The channel alone must not keep a program alive that has finished.
process.channel?.unref()
