import { z } from 'zod';

const id = z.string().regex(/^\d{17,20}$/);
const bits = z.string().regex(/^\d+$/);

const roleSchema = z.object({ id, name: z.string().min(1).max(100), permissions: bits, color: z.number().int().default(0) });
const overwriteSchema = z.object({ id, type: z.union([z.literal(0), z.literal(1)]), allow: bits, deny: bits });

const personaSchema = z.object({
  id,
  /** `administrator`, `developer`, `newcomer` */
  name: z.string().min(1).max(32),
  displayName: z.string().min(1).max(32),
  about: z.string(),
  avatarColor: z.string(),
  /** The persona's permissions are those of @everyone and of these roles. */
  roleIds: z.array(id),
});

export const seedSchema = z.object({
  guild: z.object({
    id,
    name: z.string().min(2).max(100),
    /** What @everyone may do. */
    everyonePermissions: bits,
    roles: z.array(roleSchema),
  }),
  channels: z
    .array(z.object({ id, name: z.string().min(1).max(100), topic: z.string().optional(), permissionOverwrites: z.array(overwriteSchema).optional() }))
    .min(1),
  personas: z.array(personaSchema).min(1),
  application: z.object({
    id,
    name: z.string().min(1).max(32),
    /** The bot's own role, as the invitation link of a real bot makes it. */
    role: roleSchema,
  }),
});

/** The guild as it is before anybody does anything. Guild, roles and personas are read anew at each start. */
export type SandboxSeed = z.input<typeof seedSchema>;
export type ParsedSeed = z.output<typeof seedSchema>;
export type SeedPersona = ParsedSeed['personas'][number];
export type SeedRole = ParsedSeed['guild']['roles'][number];
