/** The part of a pino logger that those need who work on the log by themselves. */
export interface WorkLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
