import type { Params } from 'nestjs-pino';
import type { Settings } from './config';

/** Structured JSON logs; pretty on a terminal. What Discord and the database know as secret never reaches them. */
export function loggingFor(settings: Settings): Params {
  return {
    pinoHttp: {
      level: settings.logLevel,
      redact: { paths: ['req.headers', 'res.headers', '*.token', '*.password', 'err.parameters', 'err.query', 'err.requestBody'], censor: '(redacted)' },
      autoLogging: false,
      ...(process.stdout.isTTY && { transport: { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' } } }),
    },
  };
}
