import { CloudError } from '../../engine/cloud-error';

// Shared-core types, and by family the shapes and sizes of the others (for a2 the size counts GPUs: `a2-highgpu-1g`).
const SHARED_CORE = ['e2-micro', 'e2-small', 'e2-medium', 'f1-micro', 'g1-small'];
const SHAPES: Readonly<Record<string, { shapes: string[]; processors: number[] }>> = {
  n1: { shapes: ['standard', 'highmem', 'highcpu'], processors: [1, 2, 4, 8, 16, 32, 64, 96] },
  e2: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32] },
  n2: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128] },
  n2d: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 224] },
  n4: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32, 48, 64, 80] },
  t2a: { shapes: ['standard'], processors: [1, 2, 4, 8, 16, 32, 48] },
  t2d: { shapes: ['standard'], processors: [1, 2, 4, 8, 16, 32, 48, 60] },
  c2: { shapes: ['standard'], processors: [4, 8, 16, 30, 60] },
  c2d: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32, 56, 112] },
  c3: { shapes: ['standard', 'highmem', 'highcpu'], processors: [4, 8, 22, 44, 88, 176] },
  c3d: { shapes: ['standard', 'highmem', 'highcpu'], processors: [4, 8, 16, 30, 60, 90, 180, 360] },
  c4: { shapes: ['standard', 'highmem', 'highcpu'], processors: [2, 4, 8, 16, 32, 48, 96, 192] },
  m1: { shapes: ['ultramem', 'megamem'], processors: [40, 80, 96, 160] },
  g2: { shapes: ['standard'], processors: [4, 8, 12, 16, 24, 32, 48, 96] },
  a2: { shapes: ['highgpu'], processors: [1, 2, 4, 8] },
};
const CUSTOM = /^((n1|n2|n2d|n4|e2|g2)-)?custom-(small|medium|micro|\d+)-\d+(-ext)?$/;

/** Turns down a machine type that Compute Engine has nowhere. */
export function refuseUnknownMachineType(machineType: string, project: string, zone: string): void {
  if (exists(machineType)) return;
  const path = `projects/${project}/zones/${zone}/machineTypes/${machineType}`;
  throw new CloudError(
    `googleapi: Error 400: Invalid value for field 'resource.machineType': '${path}'. The referenced resource does not exist., invalid`,
  );
}

function exists(machineType: string): boolean {
  if (SHARED_CORE.includes(machineType) || CUSTOM.test(machineType)) return true;
  const [family = '', shape = '', size = ''] = machineType.split('-');
  const known = SHAPES[family];
  return known !== undefined && known.shapes.includes(shape) && known.processors.includes(Number(size.replace(/g$/, ''))) && machineType.split('-').length === 3;
}

/** The processor that such a machine usually runs on. */
export function cpuPlatformOf(machineType: string): string {
  const family = machineType.split('-')[0] ?? '';
  if (['n2d', 't2d', 'c2d'].includes(family)) return 'AMD Milan';
  if (family === 'c3d') return 'AMD Genoa';
  if (family === 't2a') return 'Ampere Altra';
  if (['c3', 'c4', 'n4'].includes(family)) return 'Intel Sapphire Rapids';
  if (['n2', 'c2', 'g2', 'a2'].includes(family)) return 'Intel Cascade Lake';
  return 'Intel Broadwell';
}
