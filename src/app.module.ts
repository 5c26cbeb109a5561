import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ScheduleModule } from '@nestjs/schedule';
import { LoggerModule } from 'nestjs-pino';
import { Settings, SettingsModule } from './config';
import { DatabaseModule } from './database';
import { DiscordModule } from './discord';
import { HealthModule } from './health';
import { JobsModule } from './jobs';
import { loggingFor } from './logging';
import { AccessModule } from './modules/access';
import { AuditModule } from './modules/audit';
import { FinopsModule } from './modules/finops';
import { PolicyModule } from './modules/policy';
import { ProvidersModule } from './modules/providers';
import { SessionsModule } from './modules/sessions';
import { TerraformModule } from './modules/terraform';

/** The only wiring: what runs in this process. */
@Module({})
export class AppModule {
  static with(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings), LoggerModule.forRoot(loggingFor(settings)), CqrsModule.forRoot(), ScheduleModule.forRoot(),
        DatabaseModule.at(databaseUrl), JobsModule.at(databaseUrl),
        ProvidersModule, TerraformModule, AccessModule, AuditModule, FinopsModule, PolicyModule, SessionsModule, HealthModule,
        ...(settings.holdsGateway ? [DiscordModule] : []),
      ],
    };
  }
}
