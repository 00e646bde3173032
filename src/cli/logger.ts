import { destination, type Level, type Logger, pino } from 'pino';

/** JSON lines on stderr; stdout is for what a command answers. */
export function createLogger(level: Level | 'silent'): Logger {
  // Written at once: a line that waits in memory is the one missing after a crash.
  return pino(
    {
      level,
      formatters: { level: (label) => ({ level: label }) },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination({ fd: 2, sync: true }),
  );
}
