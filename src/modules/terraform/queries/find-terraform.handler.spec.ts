import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TerraformWorkbench, wrapTerraform } from '../../../../test/support/terraform-workbench';
import { FindTerraform } from './find-terraform.query';

const pretending = (version: string): Promise<string> => wrapTerraform(`echo '${version}'; exit`);

describe('finding Terraform', () => {
  let workbench: TerraformWorkbench | undefined;

  afterEach(() => workbench?.close());

  it('takes the first on PATH', async () => {
    workbench = await TerraformWorkbench.start();
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: true, value: { tool: 'terraform', version: expect.stringMatching(/^1\./) as string, binary: expect.stringMatching(/^\/.*terraform$/) as string } });
  });

  it('takes the one that is named, and sees when it is replaced', async () => {
    const binary = await pretending('OpenTofu v1.9.0');
    workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: binary });
    expect(await workbench.ask(new FindTerraform())).toEqual({ ok: true, value: { tool: 'opentofu', version: '1.9.0', binary } });
    await rename(await pretending('OpenTofu v1.10.1'), binary);
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ value: { version: '1.10.1' } });
  });

  it('refuses one that is too old, is something else or is missing, and looks again', async () => {
    const binary = await pretending('Terraform v1.5.7');
    workbench = await TerraformWorkbench.start({ TERRAFORM_BIN: binary });
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.TOO_OLD' } });
    await writeFile(binary, '#!/bin/sh\necho hello\n');
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.NOT_FOUND' } });
    await rm(binary);
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.NOT_FOUND', message: expect.stringContaining('Install Terraform 1.6') as string } });
    await copyFile(await pretending('Terraform v1.6.0'), join(binary));
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: true });
  });
});
