import { Module } from '@nestjs/common';
import { CheckRequestHandler } from './queries/check-request.handler';

/** What is allowed, checked before anything runs. */
@Module({ providers: [CheckRequestHandler] })
export class PolicyModule {}
