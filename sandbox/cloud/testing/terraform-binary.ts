import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Terraform to test with: TERRAFORM_BIN, or the first of `terraform` and `tofu` on PATH. */
export function terraformBinary(): string {
  const named = process.env.TERRAFORM_BIN;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = ['terraform', 'tofu'].flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (!found) throw new Error('These tests run the real Terraform: install terraform or tofu, or name one with TERRAFORM_BIN.');
  return found;
}
