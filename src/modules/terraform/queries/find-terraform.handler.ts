import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { TerraformTool } from '../domain/terraform-tool';
import { TerraformLocator } from '../process/terraform-locator';
import { FindTerraform } from './find-terraform.query';

@QueryHandler(FindTerraform)
export class FindTerraformHandler implements IQueryHandler<FindTerraform> {
  constructor(private readonly locator: TerraformLocator) {}

  execute(): Promise<Result<TerraformTool>> {
    return this.locator.find();
  }
}
