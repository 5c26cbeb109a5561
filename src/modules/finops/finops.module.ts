import { Module } from '@nestjs/common';
import { EstimateCostHandler } from './queries/estimate-cost.handler';

/** What infrastructure costs. */
@Module({ providers: [EstimateCostHandler] })
export class FinopsModule {}
