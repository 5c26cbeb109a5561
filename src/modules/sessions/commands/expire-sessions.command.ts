import { Command } from '@nestjs/cqrs';

/** Ends every unapproved session whose time is over; answers how many. */
export class ExpireSessions extends Command<number> {}
