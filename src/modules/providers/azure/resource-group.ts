import { expression } from '../domain/terraform-json';
import { uniqueName } from '../domain/unique-name';

/** The Terraform label of a deployment's resource group. */
export const GROUP_LABEL = 'deployment';

export function groupNameOf(deployment: string): string {
  return uniqueName('cloud-engine', deployment);
}

/** What nearly every resource of Azure says first: the group it is in, and the group's region. */
export const IN_GROUP = {
  resource_group_name: expression(`azurerm_resource_group.${GROUP_LABEL}.name`),
  location: expression(`azurerm_resource_group.${GROUP_LABEL}.location`),
} as const;

/** The group alone, for what has no region. */
export const GROUP_ONLY = { resource_group_name: IN_GROUP.resource_group_name } as const;
