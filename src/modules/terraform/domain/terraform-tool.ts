export type ToolName = 'terraform' | 'opentofu';

/** The CLI that runs the plans. A plan is never applied by another tool or version than the one that made it. */
export interface TerraformTool {
  readonly tool: ToolName;
  /** Such as `1.11.4`. */
  readonly version: string;
  /** Absolute path of the program. */
  readonly binary: string;
}
