export { Jobs, type SendOptions } from './jobs';
export { JobsModule } from './jobs.module';
export { defineQueue, type Queue } from './queue';
