import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../shared';
import { DatabaseClock } from './database-clock';
import { Transaction } from './transaction';

/** The connection, already migrated (see `migrate`), the surrounding transaction and the shared clock. */
@Module({})
export class DatabaseModule {
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ type: 'postgres', url, autoLoadEntities: true, synchronize: false, extra: { max: 20 }, retryAttempts: 3 })],
      providers: [Transaction, { provide: Clock, useClass: DatabaseClock }],
      exports: [Transaction, Clock],
    };
  }
}
