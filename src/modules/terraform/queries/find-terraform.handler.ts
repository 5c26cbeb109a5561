import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { TerraformTool } from '../domain/terraform-tool';
import { ToolFinder } from '../process/tool-finder';
import { FindTerraform } from './find-terraform.query';

@QueryHandler(FindTerraform)
export class FindTerraformHandler implements IQueryHandler<FindTerraform> {
  constructor(private readonly tools: ToolFinder) {}

  execute(): Promise<Result<TerraformTool>> {
    return this.tools.find();
  }
}
