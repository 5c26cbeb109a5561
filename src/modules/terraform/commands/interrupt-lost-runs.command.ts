import { Command } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';

/** Ends applies whose machine was silent for fifteen minutes as interrupted, and answers them. What they had begun may exist unrecorded. */
export class InterruptLostRuns extends Command<readonly RunId[]> {}
