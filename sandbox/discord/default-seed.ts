import { PermissionFlagsBits as P } from 'discord.js';
import type { SandboxSeed } from './world/seed';

const talk =
  P.ViewChannel | P.SendMessages | P.SendMessagesInThreads | P.ReadMessageHistory | P.EmbedLinks | P.AttachFiles | P.AddReactions | P.UseApplicationCommands;

/** What the bot's invitation asks for. */
const botPermissions = talk | P.CreatePublicThreads | P.ManageThreads | P.ManageMessages;

/** The guild that the sandbox starts with: Acme Cloud, two channels, three people and the bot. */
export const defaultSeed = {
  guild: {
    id: '1196482013377839104',
    name: 'Acme Cloud',
    everyonePermissions: talk.toString(),
    roles: [
      { id: '1196482360175251466', name: 'Developers', permissions: talk.toString(), color: 0x3498db },
      { id: '1196482419856080906', name: 'Administrators', permissions: (P.Administrator | P.ManageGuild).toString(), color: 0xe74c3c },
    ],
  },
  channels: [
    { id: '1196483105884348466', name: 'deployments', topic: 'Type /cloud-deploy to begin.' },
    { id: '1196483162108993556', name: 'general' },
  ],
  personas: [
    {
      id: '394821765034803200',
      name: 'administrator',
      displayName: 'Ada',
      about: 'Manages the guild, so she administers every project.',
      avatarColor: '#e74c3c',
      roleIds: ['1196482419856080906'],
    },
    {
      id: '512946308817395722',
      name: 'developer',
      displayName: 'Dev',
      about: 'Deploys where a grant allows it.',
      avatarColor: '#3498db',
      roleIds: ['1196482360175251466'],
    },
    {
      id: '908371546290118706',
      name: 'newcomer',
      displayName: 'Nia',
      about: 'Has just joined and may do nothing yet.',
      avatarColor: '#2ecc71',
      roleIds: [],
    },
  ],
  application: {
    id: '1196480977265922119',
    name: 'Cloud Engine',
    role: { id: '1196483561272586300', name: 'Cloud Engine', permissions: botPermissions.toString(), color: 0x5865f2 },
  },
} satisfies SandboxSeed;
