import type { APIGuildMember, APIRole, APIUser } from 'discord.js';
import type { ParsedSeed, SeedPersona, SeedRole } from './seed';

/** Discord's flag types have no zero of their own. */
export const NO_FLAGS: number = 0;
const JOINED_AT = '2024-01-15T09:00:00.000000+00:00';

export type Member = APIGuildMember & { user: APIUser };

/** Who is in the guild: people, the bot, and their roles, in Discord's own shapes. */
export class Directory {
  readonly guildId: string;
  readonly botId: string;
  readonly roles: APIRole[];
  private readonly members = new Map<string, Member>();

  constructor(readonly seed: ParsedSeed) {
    this.guildId = seed.guild.id;
    this.botId = seed.application.id;
    const everyone = { id: seed.guild.id, name: '@everyone', permissions: seed.guild.everyonePermissions, color: 0 };
    this.roles = [everyone, ...seed.guild.roles, seed.application.role].map((role, position) => apiRole(role, position, seed));
    for (const persona of seed.personas) this.members.set(persona.id, member(personaUser(persona), persona.roleIds));
    this.members.set(this.botId, member(botUser(seed), [seed.application.role.id]));
  }

  get bot(): APIUser {
    return this.mustFind(this.botId).user;
  }

  allMembers(): Member[] {
    return [...this.members.values()];
  }

  member(userId: string): Member | undefined {
    return this.members.get(userId);
  }

  role(roleId: string): APIRole | undefined {
    return this.roles.find((role) => role.id === roleId);
  }

  /** Everybody who can be acted as. */
  get personas(): readonly SeedPersona[] {
    return this.seed.personas;
  }

  persona(userId: string): SeedPersona | undefined {
    return this.seed.personas.find((persona) => persona.id === userId);
  }

  /** A member's roles, with @everyone. Somebody unknown has only that one. */
  rolesOf(userId: string): APIRole[] {
    const ids = this.members.get(userId)?.roles ?? [];
    return this.roles.filter((role) => role.id === this.guildId || ids.includes(role.id));
  }

  private mustFind(userId: string): Member {
    const found = this.members.get(userId);
    if (found === undefined) throw new Error(`Nobody in the guild has the id ${userId}.`);
    return found;
  }
}

function apiRole(role: SeedRole, position: number, seed: ParsedSeed): APIRole {
  const botRole = role.id === seed.application.role.id;
  return {
    id: role.id,
    name: role.name,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: role.permissions,
    managed: botRole,
    mentionable: false,
    flags: NO_FLAGS,
    ...(botRole ? { tags: { bot_id: seed.application.id } } : {}),
  };
}

const PLAIN = { avatar: null, banner: null, accent_color: null, flags: NO_FLAGS, public_flags: NO_FLAGS, primary_guild: null };

function personaUser(persona: SeedPersona): APIUser {
  const username = persona.displayName.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_');
  return { id: persona.id, username, discriminator: '0', global_name: persona.displayName, ...PLAIN };
}

function botUser(seed: ParsedSeed): APIUser {
  const { id, name } = seed.application;
  return { id, username: name, discriminator: '0001', global_name: null, ...PLAIN, bot: true };
}

function member(user: APIUser, roles: string[]): Member {
  return {
    user,
    roles,
    nick: null,
    avatar: null,
    banner: null,
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: NO_FLAGS,
  };
}
