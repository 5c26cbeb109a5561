import { machineTypeOf, whyNotSize } from './machine-type';

describe('the size of a machine', () => {
  it.each([['small', 'e2-small'], ['medium', 'e2-medium'], ['large', 'e2-standard-2'], ['e2-micro', 'e2-micro'], ['n2-highmem-128', 'n2-highmem-128'], ['c2-standard-30', 'c2-standard-30']])('takes %s as %s', (size, machineType) => {
    expect(whyNotSize(size)).toBeUndefined();
    expect(machineTypeOf(size)).toBe(machineType);
  });

  it.each([
    ['gigantic', 'is no size we know'],
    ['t3-micro', 'is no size we know'],
    ['a2-highgpu-1', 'is of the family a2, which is not offered'],
    ['c2-highmem-4', 'is of a series c2 does not have (standard)'],
    ['e2-standard-3', 'has a vCPU count e2-standard does not have (2, 4, 8, 16, 32)'],
    ['e2-standard-02', 'is no size we know'],
    ['constructor-toString-1', 'is no size we know'],
    ['constructor-standard-1', 'is of the family constructor'],
    ['e2-constructor-1', 'is of a series'],
  ])('refuses %s, which %s', (size, reason) => {
    expect(whyNotSize(size)).toContain(reason);
  });
});
