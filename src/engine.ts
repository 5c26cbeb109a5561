import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { join } from 'node:path';
import { AppModule } from './app.module';
import type { Settings } from './config';
import { migrate, startEmbeddedPostgres } from './database';

/** A running Cloud Engine. */
export interface Engine {
  readonly app: INestApplication;
  readonly databaseUrl: string;
  /** Takes no new work, leaves detached applies running, and lets go of everything else. */
  stop(): Promise<void>;
}

/** Starts everything that `settings` ask for, on an embedded PostgreSQL where they name none. */
export async function startEngine(settings: Settings): Promise<Engine> {
  const embedded = settings.databaseUrl ? undefined : await startEmbeddedPostgres(join(settings.dataDir, 'postgres'));
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  await migrate(databaseUrl);
  const app = await NestFactory.create(AppModule.with(settings, databaseUrl), { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  await app.listen(settings.httpPort);
  return {
    app,
    databaseUrl,
    stop: async () => {
      await app.close();
      await embedded?.stop();
    },
  };
}
