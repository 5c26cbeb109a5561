/** Where the time comes from. Decisions use the database's time, so that all processes agree. */
export abstract class Clock {
  abstract now(): Promise<Date>;
}
