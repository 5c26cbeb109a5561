import { z } from 'zod';

const resource = z.object({ addr: z.string() }).loose();

/** One line of Terraform's `-json` output, as far as it is read here; types that are not known keep their message. */
const terraformMessage = z.object({
  '@level': z.string().catch('info'),
  '@message': z.string(),
  '@timestamp': z.string().optional().catch(undefined),
  type: z.string().catch(''),
  hook: z.object({ resource: resource.optional(), action: z.string().optional() }).loose().optional().catch(undefined),
  change: z.object({ resource: resource.optional() }).loose().optional().catch(undefined),
  diagnostic: z.object({ severity: z.string(), summary: z.string(), detail: z.string().catch(''), address: z.string().optional() }).loose().optional().catch(undefined),
  outputs: z.record(z.string(), z.object({ sensitive: z.boolean().catch(true), value: z.json().optional() }).loose()).optional().catch(undefined),
});

export type TerraformMessage = z.infer<typeof terraformMessage>;

/** Undefined where the line is not one of Terraform's messages. */
export function readMessage(line: string): TerraformMessage | undefined {
  try {
    return terraformMessage.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
