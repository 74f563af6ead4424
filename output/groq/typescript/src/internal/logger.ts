/** Which log messages there are: those of the level, and of all before it. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Where log messages go: the console, or anything like it. */
export interface Logger {
  error(message: string, ...rest: unknown[]): void;
  warn(message: string, ...rest: unknown[]): void;
  info(message: string, ...rest: unknown[]): void;
  debug(message: string, ...rest: unknown[]): void;
}

const LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;

/** A level by its name, in whatever case; undefined where there is no such level. */
export function parseLogLevel(name: string | undefined): LogLevel | undefined {
  return LEVELS.find((level) => level === name?.toLowerCase());
}

/** The logger with only the messages of a level. */
export function levelled(logger: Logger, level: LogLevel): Logger {
  const silent = (): void => {};
  const pass = (wanted: Exclude<LogLevel, 'off'>): Logger['info'] =>
    LEVELS.indexOf(wanted) <= LEVELS.indexOf(level) ? logger[wanted].bind(logger) : silent;
  return { error: pass('error'), warn: pass('warn'), info: pass('info'), debug: pass('debug') };
}

const SECRET = ['authorization', 'api-key', 'apikey', 'token', 'cookie', 'secret'];

/** Headers as they may be logged: without credentials. */
export function withoutSecrets(
  headers: Headers,
  secrets: ReadonlySet<string>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    const isSecret = secrets.has(name) || SECRET.some((part) => name.includes(part));
    shown[name] = isSecret ? '***' : value;
  });
  return shown;
}
