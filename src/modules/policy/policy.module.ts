import { Module } from '@nestjs/common';
import { CheckPlanHandler } from './queries/check-plan.handler';
import { CheckRequestHandler } from './queries/check-request.handler';
import { RegoEngine } from './rego/rego-engine';
import { TeamPolicies } from './rego/team-policies';

/** What is allowed, checked before anything runs, and again before anything is applied. */
@Module({ providers: [CheckRequestHandler, CheckPlanHandler, TeamPolicies, RegoEngine] })
export class PolicyModule {}
