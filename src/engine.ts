import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { Logger } from 'nestjs-pino';
import { join } from 'node:path';
import { AppModule } from './app.module';
import { WrongSetting, type Settings } from './config';
import { migrate, startEmbeddedPostgres } from './database';
import { whyNotPlugins } from './modules/providers';
import { FindTerraform } from './modules/terraform';
import { asDatabaseSetting, asSetting } from './start-failure';

/** A running Cloud Engine. */
export interface Engine {
  readonly app: INestApplication;
  readonly databaseUrl: string;
  /** Takes no new work, leaves detached applies running, and lets go of everything else. */
  stop(): Promise<void>;
}

/**
 * Starts everything that `settings` ask for, on an embedded PostgreSQL where they name none. What was started by then is
 * stopped again where the start fails. @throws WrongSetting where a setting is to blame.
 */
export async function startEngine(settings: Settings): Promise<Engine> {
  const unfit = settings.pluginDirs.length > 0 ? whyNotPlugins(settings.pluginDirs) : undefined;
  if (unfit !== undefined) throw new WrongSetting('PLUGIN_DIRS', `holds something that stops the start. ${unfit}`);
  const embedded = settings.databaseUrl ? undefined : await startEmbeddedPostgres(join(settings.dataDir, 'postgres'));
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    const { ownsItself } = await migrate({ url: databaseUrl, ownerUrl: embedded?.ownerUrl ?? settings.databaseOwnerUrl }).catch((error: unknown) => Promise.reject(asError(asDatabaseSetting(error, settings))));
    const app = await startApp(settings, databaseUrl);
    if (ownsItself) app.get(Logger).warn('DATABASE_OWNER_URL is not set, and the role of DATABASE_URL owns the tables: whoever has that role can change the history. docs/operating.md says how to do better', 'Engine');
    return {
      app,
      databaseUrl,
      stop: async () => {
        await app.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function startApp(settings: Settings, databaseUrl: string): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule.with(settings, databaseUrl), { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  try {
    await app.listen(settings.httpPort, settings.httpHost);
    if (settings.runsTerraform) await sayWhereTerraformIsMissing(app);
    return app;
  } catch (error) {
    await app.close().catch(() => undefined);
    throw asError(asSetting(error, settings));
  }
}

// Everything but plans and applies works without it, and it is looked for again with every plan.
async function sayWhereTerraformIsMissing(app: INestApplication): Promise<void> {
  const found = await app.get(QueryBus).execute(new FindTerraform());
  if (!found.ok) console.error(found.failure.message);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
