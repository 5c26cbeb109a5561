import { Module } from '@nestjs/common';

/** Runs Terraform: plans, applies, their lines and the states they leave. */
@Module({})
export class TerraformModule {}
