export type { CostEstimate, CostLine } from './domain/cost-estimate';
export { FinopsModule } from './finops.module';
export { EstimateCost, type CostedChange, type CostRequest } from './queries/estimate-cost.query';
