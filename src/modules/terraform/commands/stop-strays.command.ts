import { Command } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';

/**
 * Asks every Terraform on this machine to end whose run counts as over: the machine was taken for lost, and what it still makes
 * nobody will record. Answers those.
 */
export class StopStrays extends Command<readonly RunId[]> {}
