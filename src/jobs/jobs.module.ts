import { type DynamicModule, Module } from '@nestjs/common';
import { Transaction } from '../database';
import { Jobs } from './jobs';
import { PgBossJobs } from './pg-boss.jobs';

@Module({})
export class JobsModule {
  static at(url: string): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [{ provide: Jobs, useFactory: (transaction: Transaction) => new PgBossJobs(url, transaction), inject: [Transaction] }],
      exports: [Jobs],
    };
  }
}
