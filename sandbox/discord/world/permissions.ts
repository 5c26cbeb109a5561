import { OverwriteType, PermissionFlagsBits, type APIOverwrite } from 'discord.js';
import type { Directory } from './directory';
import { isThread, type Channel } from './records';

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a member may do in the guild, from @everyone and their roles. An administrator may do everything. */
export function guildPermissions(directory: Directory, userId: string): bigint {
  const roles = directory.rolesOf(userId);
  const bits = roles.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return (bits & PermissionFlagsBits.Administrator) !== 0n ? ALL : bits;
}

/** What a member may do in a channel, after its overwrites. A thread has those of its channel. */
export function channelPermissions(directory: Directory, channel: Channel, parent: Channel | undefined, userId: string): bigint {
  const bits = guildPermissions(directory, userId);
  if (bits === ALL) return ALL;
  const overwrites = (isThread(channel) ? parent?.permission_overwrites : channel.permission_overwrites) ?? [];
  const roleIds = directory.rolesOf(userId).map((role) => role.id);
  const everyone = overwrites.filter((one) => one.id === directory.guildId);
  const byRole = overwrites.filter((one) => one.type === OverwriteType.Role && one.id !== directory.guildId && roleIds.includes(one.id));
  const byMember = overwrites.filter((one) => one.type === OverwriteType.Member && one.id === userId);
  return [everyone, byRole, byMember].reduce(apply, bits);
}

function apply(bits: bigint, overwrites: APIOverwrite[]): bigint {
  const denied = overwrites.reduce((sum, one) => sum | BigInt(one.deny), 0n);
  const allowed = overwrites.reduce((sum, one) => sum | BigInt(one.allow), 0n);
  return (bits & ~denied) | allowed;
}
