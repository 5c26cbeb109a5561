import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { History } from '../../shared';
import { HistoryRow } from './persistence/history.row';
import { TypeormHistory } from './persistence/typeorm.history';
import { RefusalRecorder } from './recording/refusal-recorder';
import { ListHistoryHandler } from './queries/list-history.handler';
import { SummariseHistoryHandler } from './queries/summarise-history.handler';

/** The append-only history. Every module writes to it through the port in `shared`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([HistoryRow])],
  providers: [ListHistoryHandler, SummariseHistoryHandler, RefusalRecorder, { provide: History, useClass: TypeormHistory }],
  exports: [History],
})
export class AuditModule {}
