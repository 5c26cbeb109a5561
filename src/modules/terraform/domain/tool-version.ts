import { fail, ok, type Result } from '../../../shared';
import { terraformTooOld } from './terraform-failures';
import type { TerraformTool, ToolName } from './terraform-tool';

const TOOLS: Readonly<Record<ToolName, { readonly title: string; readonly minimum: readonly [major: number, minor: number] }>> = {
  terraform: { title: 'Terraform', minimum: [1, 6] },
  opentofu: { title: 'OpenTofu', minimum: [1, 8] },
};

/** Reads the first line of `version`: `version -json` does not say which tool answers. Undefined where it is neither of the two. */
export function readVersion(text: string): { readonly tool: ToolName; readonly version: string } | undefined {
  const [, title, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+\S*)/m.exec(text) ?? [];
  if (version === undefined) return undefined;
  return { tool: title === 'OpenTofu' ? 'opentofu' : 'terraform', version };
}

/** Refused: TERRAFORM.TOO_OLD. */
export function checkVersion(tool: TerraformTool): Result<TerraformTool> {
  const { title, minimum } = TOOLS[tool.tool];
  const [major = 0, minor = 0] = tool.version.split('.').map(Number);
  const isNewEnough = major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);
  return isNewEnough ? ok(Object.freeze({ ...tool })) : fail(terraformTooOld(`${title} ${tool.version}`, `${title} ${minimum.join('.')}`));
}
