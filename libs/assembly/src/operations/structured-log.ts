import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What the framework says of itself at start, a line a route. */
const FRAMEWORK = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

export interface LogOptions {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  /** Lines for a person at a terminal instead of JSON. */
  readonly readable: boolean;
  /** Names what a line belongs to, where it belongs to anything. */
  readonly correlationId?: () => string | undefined;
  /** Where lines go; standard output where absent, without waiting for whoever reads it. */
  readonly to?: DestinationStream;
}

/** The log of a process: a JSON object a line, with the correlation id of the request at hand. */
export class StructuredLog implements LoggerService {
  private readonly lines: Logger;

  constructor({ level, readable, correlationId = () => undefined, to = standardOutput() }: LogOptions) {
    const mixin = () => ({ correlationId: correlationId() });
    const options = { level, mixin, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
    this.lines = pino(options, readable ? { write: (line) => to.write(readableLine(line)) } : to);
  }

  log(message: string | object, context?: string): void {
    this.write('info', message, context);
  }

  warn(message: string | object, context?: string): void {
    this.write('warn', message, context);
  }

  /** @param rest a stack, a context, or both, as Nest's own logger takes them */
  error(message: string | object, ...rest: string[]): void {
    this.write('error', message, rest.at(-1));
  }

  debug(message: string | object, context?: string): void {
    this.write('debug', message, context);
  }

  /** A message is text, or fields of their own. */
  private write(level: LogOptions['level'], message: string | object, context: string | undefined): void {
    if (context && FRAMEWORK.has(context) && level === 'info') return;
    if (typeof message === 'object') this.lines[level]({ context, ...message });
    else this.lines[level]({ context }, message);
  }
}

const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: false });

const LEVELS = pino.levels.labels;

/** What a line may hold: text, numbers and the like. */
type Field = string | number | boolean | null;

function readableLine(line: string): string {
  const {
    time,
    level,
    context,
    msg,
    correlationId: _,
    ...fields
  } = JSON.parse(line) as Record<string, Field>;
  const shown = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const words = [String(time).slice(11, 23), LEVELS[Number(level)]?.padEnd(5), context, msg, ...shown];
  return `${words.filter((word) => word !== undefined).join(' ')}\n`;
}
