import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { DeploymentLabels } from '../domain/deployment-labels';
import type { RenderFailure } from '../domain/failures';
import type { ResourceRequest } from '../domain/resource-request';

export interface ConfigurationRequest {
  readonly provider: string;
  readonly region: string;
  readonly resources: readonly ResourceRequest[];
  readonly labels: DeploymentLabels;
}

/** A Terraform provider a configuration needs, as `required_providers` names it. */
export interface TerraformProvider {
  readonly localName: string;
  readonly source: string;
  readonly version: string;
}

export interface RenderedConfiguration {
  /** The whole text of `main.tf.json`: the same for the same request, whatever the order of its resources. */
  readonly mainTfJson: string;
  /** SHA-256 of that text, in hexadecimal. */
  readonly digest: string;
  readonly terraformProviders: readonly TerraformProvider[];
  /** The addresses that each resource of the request has become. */
  readonly parts: readonly { readonly kind: string; readonly name: string; readonly addresses: readonly string[] }[];
}

/** Renders resources as Terraform configuration. Refused where stored arguments or references no longer fit their kinds. */
export class RenderConfiguration extends Query<Result<RenderedConfiguration, RenderFailure>> {
  constructor(readonly request: ConfigurationRequest) {
    super();
    Object.freeze(this);
  }
}
