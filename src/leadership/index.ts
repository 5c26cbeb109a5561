export { Leadership, type LeadersWork } from './leadership';
export { LeadershipModule } from './leadership.module';
