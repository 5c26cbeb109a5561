import { checkVersion, readVersion } from './tool-version';

describe('the version of the CLI', () => {
  it('is read from its first line', () => {
    expect(readVersion('Terraform v1.11.4\non linux_amd64\n')).toEqual({ tool: 'terraform', version: '1.11.4' });
    expect(readVersion('OpenTofu v1.10.0-beta1\non linux_amd64\n')).toEqual({ tool: 'opentofu', version: '1.10.0-beta1' });
    expect(readVersion('git version 2.40.1')).toBeUndefined();
  });

  it.each([['terraform', '1.6.0', true], ['terraform', '1.11.4', true], ['terraform', '2.0.0', true], ['terraform', '1.5.7', false], ['terraform', '0.15.0', false], ['opentofu', '1.8.0', true], ['opentofu', '1.7.9', false]] as const)('%s %s: %s', (tool, version, isNewEnough) => {
    expect(checkVersion({ tool, version, binary: '/bin/x' }).ok).toBe(isNewEnough);
  });

  it('says what to install', () => {
    expect(checkVersion({ tool: 'opentofu', version: '1.7.9', binary: '/bin/x' })).toMatchObject({ failure: { code: 'TERRAFORM.TOO_OLD', message: 'OpenTofu 1.7.9 is too old for this worker. Install OpenTofu 1.8 or newer.' } });
  });
});
