import { ChannelType } from 'discord.js';
import { Router } from 'express';
import { z } from 'zod';
import { cannotMessageUser, unknownGuild, unknownMember } from '../limits/discord-error';
import { parseForm, snowflake } from '../limits/fields';
import { guildObject } from '../world/guild';
import { isThread } from '../world/records';
import type { World } from '../world/world';

const recipientSchema = z.object({ recipient_id: snowflake });

/** The guild, its members, roles and channels. */
export function guildRoutes(world: World): Router {
  const router = Router();
  const { directory } = world;

  router.param('guildId', (_request, _response, next, guildId) => next(guildId === directory.guildId ? undefined : unknownGuild()));
  router.get('/guilds/:guildId', (_request, response) => void response.json({ ...guildObject(world), approximate_member_count: directory.allMembers().length }));
  router.get('/guilds/:guildId/channels', (_request, response) => void response.json(world.channels().filter((channel) => !isThread(channel) && channel.recipientId === undefined)));
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
  router.post('/users/@me/channels', (request, response) => {
    const user = directory.member(parseForm(recipientSchema, request.body).recipient_id)?.user;
    if (user === undefined) throw cannotMessageUser();
    const { id, last_message_id } = world.directChannel(user.id);
    response.json({ id, type: ChannelType.DM, last_message_id, flags: 0, recipients: [user] });
  });
  return router;
}
