import { Router } from 'express';
import { cannotMessageUser, unknownGuild, unknownMember } from '../limits/discord-error';
import { guildObject } from '../world/guild';
import { isThread } from '../world/records';
import type { World } from '../world/world';

/** The guild, its members, roles and channels. */
export function guildRoutes(world: World): Router {
  const router = Router();
  const { directory } = world;

  router.param('guildId', (_request, _response, next, guildId) => next(guildId === directory.guildId ? undefined : unknownGuild()));
  router.get('/guilds/:guildId', (_request, response) => void response.json({ ...guildObject(world), approximate_member_count: directory.allMembers().length }));
  router.get('/guilds/:guildId/channels', (_request, response) => void response.json(world.channels().filter((channel) => !isThread(channel))));
  router.get('/guilds/:guildId/roles', (_request, response) => void response.json(directory.roles));
  router.get('/guilds/:guildId/members', (_request, response) => void response.json(directory.allMembers()));
  router.get('/guilds/:guildId/members/:userId', (request, response) => {
    const member = directory.member(request.params.userId);
    if (member === undefined) throw unknownMember();
    response.json(member);
  });
  router.get('/guilds/:guildId/threads/active', (_request, response) => {
    const threads = world.channels().filter((channel) => isThread(channel) && !channel.thread_metadata.archived);
    response.json({ threads, members: [] });
  });
  // The sandbox has no direct messages: it is as if everybody had closed theirs.
  router.post('/users/@me/channels', () => {
    throw cannotMessageUser();
  });
  return router;
}
