export { installSimulatedCloud, type InstalledCloud, type SimulatedCloudOptions } from './install';
export { SimulatedCloud, type CloudObject } from './simulated-cloud';
export type { Fault, FaultAction } from './engine/faults';
export type { JournalEntry } from './engine/journal';
