import { Module } from '@nestjs/common';
import { Leadership } from './leadership';
import { LeaseRepository } from './lease.repository';

@Module({ providers: [Leadership, LeaseRepository], exports: [Leadership] })
export class LeadershipModule {}
