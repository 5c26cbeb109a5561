import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installSimulatedCloud } from './install';
import { terraformPlatform } from './install/platform';

describe('installing the simulated cloud', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'install-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const install = (): ReturnType<typeof installSimulatedCloud> => installSimulatedCloud({ dir: folder, nodeBinary: "/opt/it's here/node" });

  it('writes a launcher for each registry, alone in its folder', async () => {
    const { mirrorDir } = await install();
    const platform = terraformPlatform(process.platform, process.arch);
    for (const host of ['registry.terraform.io', 'registry.opentofu.org']) {
      const launcher = join(mirrorDir, host, 'hashicorp/google/7.9.0', platform, 'terraform-provider-google_v7.9.0');
      expect(readFileSync(launcher, 'utf8')).toMatch(/^#!\/bin\/sh\nexec '\/opt\/it'\\''s here\/node' '.*\/dist\/sandbox\/cloud\/provider\.bundle\.js' 'google' '.*'\n$/);
      expect(statSync(launcher).mode & 0o111).toBe(0o111);
    }
  });

  it('changes nothing when done again, so that lock files stay valid', async () => {
    const first = await install();
    const files = [first.cliConfigFile, join(folder, 'certificate/certificate.pem'), join(first.cloudDir, 'sandbox.key')];
    const before = files.map((file) => statSync(file).ino);
    expect(await install()).toEqual(first);
    expect(files.map((file) => statSync(file).ino)).toEqual(before);
  });

  it('keeps key and certificate key to itself', async () => {
    const { cloudDir, environment } = await install();
    for (const file of [join(cloudDir, 'sandbox.key'), join(folder, 'certificate/certificate-key.pem')]) expect(statSync(file).mode & 0o077).toBe(0);
    expect(environment).toEqual({ SIM_CLOUD_DIR: cloudDir, CLOUD_ENGINE_SANDBOX: readFileSync(join(cloudDir, 'sandbox.key'), 'utf8').trim() });
    expect(environment.CLOUD_ENGINE_SANDBOX).toHaveLength(43);
  });

  it('says where it cannot run', () => {
    expect(terraformPlatform('darwin', 'arm64')).toBe('darwin_arm64');
    expect(() => terraformPlatform('win32', 'x64')).toThrow('does not run on win32 (x64)');
  });
});
