import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '../../../shared';
import { readConfiguration } from '../documents/configuration';
import type { TerraformTool } from '../domain/terraform-tool';
import type { CredentialsRequest } from '../process/credentials-request';
import { ChildEnvironmentBuilder, type ChildEnvironment } from '../process/child-environment';
import { TerraformLocator } from '../process/terraform-locator';
import { Redactor } from '../redaction/redactor';
import { DataDirectory } from './data-directory';
import { DiskSpace } from './disk-space';
import { ProviderDirectories, type InstalledProviders } from './provider-directories';

/** Everything that has to be there before Terraform can run a configuration. */
export interface TerraformSetup {
  readonly tool: TerraformTool;
  readonly environment: ChildEnvironment;
  readonly providers: InstalledProviders;
  /** Of the credentials profile and of the configuration: never to be seen in any output. */
  readonly secrets: readonly string[];
}

@Injectable()
export class TerraformSetups {
  constructor(
    private readonly environments: ChildEnvironmentBuilder,
    private readonly directories: DataDirectory,
    private readonly locator: TerraformLocator,
    private readonly providers: ProviderDirectories,
    private readonly space: DiskSpace,
  ) {}

  /** Refused: TERRAFORM.NOT_FOUND, TERRAFORM.TOO_OLD, TERRAFORM.INIT_FAILED, TERRAFORM.DISK_FULL, CREDENTIALS.*. */
  async prepare(mainTfJson: string, credentials: CredentialsRequest): Promise<Result<TerraformSetup>> {
    const tool = await this.locator.find();
    if (!tool.ok) return tool;
    const environment = await this.environments.build(credentials);
    if (!environment.ok) return environment;
    const configuration = readConfiguration(mainTfJson);
    const secrets = [...environment.value.secrets, ...configuration.sensitiveValues];
    await this.directories.prepare();
    const space = await this.space.check();
    if (!space.ok) return space;
    const providers = await this.providers.prepare(configuration, tool.value, environment.value.variables);
    if (!providers.ok) return fail({ ...providers.failure, message: new Redactor(secrets).redact(providers.failure.message) });
    return ok({ tool: tool.value, environment: environment.value.variables, providers: providers.value, secrets });
  }
}
