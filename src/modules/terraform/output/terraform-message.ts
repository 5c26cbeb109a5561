import { z } from 'zod';
import { json } from '../documents/plan-json';

const resource = z.object({ addr: z.string() });

/** One message of `terraform … -json`, as far as it is read. A part that has another shape than expected counts as absent: the message itself is always shown. */
const terraformMessage = z.object({
  '@level': z.string().catch('info'),
  '@message': z.string(),
  '@timestamp': z.string().optional().catch(undefined),
  type: z.string().catch(''),
  hook: z.object({ resource: resource.optional(), action: z.string().optional(), id_value: z.string().optional() }).optional().catch(undefined),
  change: z.object({ resource: resource.optional() }).optional().catch(undefined),
  outputs: z.record(z.string(), z.object({ sensitive: z.boolean().catch(true), action: z.string().optional(), value: json.optional() })).optional().catch(undefined),
  diagnostic: z.object({
    severity: z.string(),
    summary: z.string(),
    detail: z.string().catch(''),
    address: z.string().optional().catch(undefined),
  }).optional().catch(undefined),
});

export type TerraformMessage = z.infer<typeof terraformMessage>;

/** Undefined where the line is not one of Terraform's messages. */
export function readMessage(line: string): TerraformMessage | undefined {
  // Anything else costs an error with its stack for each of a million lines.
  if (!line.startsWith('{')) return undefined;
  try {
    return terraformMessage.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
