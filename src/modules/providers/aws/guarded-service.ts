import type { RenderedBlock } from '../domain/resource-definition';
import { expression, type Expression } from '../domain/terraform-json';
import { named } from './aws-tags';

/** What a managed service stands in. */
interface Surroundings {
  /** The first part of the Terraform label. */
  readonly name: string;
  /** Keeps a database and a cache of the same name apart. */
  readonly part: string;
  readonly port: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly network: Readonly<Record<string, Expression>> | undefined;
}

/** A security group that lets the machines of the network in on one port, and nobody else. */
export function guardOf({ name, part, port, labels, network }: Surroundings): { readonly group: Expression; readonly blocks: readonly RenderedBlock[] } {
  const group = expression(`aws_security_group.${name}_${part}.id`);
  return {
    group,
    blocks: [
      { type: 'aws_security_group', part, body: { name: `${name}-${part}`, description: `Guards ${part} ${name}`, vpc_id: network?.id, tags: named(`${name}-${part}`, labels) } },
      {
        type: 'aws_vpc_security_group_ingress_rule', part,
        body: { security_group_id: group, ip_protocol: 'tcp', from_port: port, to_port: port, referenced_security_group_id: network?.machines, description: 'Machines of the network', tags: labels },
      },
    ],
  };
}
