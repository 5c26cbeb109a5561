import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { TerraformTool } from '../domain/terraform-tool';

/** Which CLI this worker runs: TERRAFORM_BIN, else the first of `terraform` and `tofu` on PATH. Refused: TERRAFORM.NOT_FOUND, TERRAFORM.TOO_OLD. */
export class FindTerraform extends Query<Result<TerraformTool>> {}
