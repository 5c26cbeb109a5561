import { MessageFlags, PermissionFlagsBits as P } from 'discord.js';
import { Router } from 'express';
import { z } from 'zod';
import { missingPermissions, notTheAuthor } from '../limits/discord-error';
import { parseForm, snowflake } from '../limits/fields';
import { parseMessage } from '../limits/message-body';
import type { MessageBoard } from '../world/message-board';
import { presented } from '../world/presented';
import { byAge } from '../world/snowflakes';
import type { World } from '../world/world';
import { channelFor, channelToWriteIn, messageIn } from './access';
import { bodyOf } from './body';

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: snowflake.optional(),
  after: snowflake.optional(),
  around: snowflake.optional(),
});

/** Sends, reads, edits and deletes messages in channels and threads. */
export function messageRoutes(world: World, board: MessageBoard): Router {
  const router = Router();
  const all = '/channels/:channelId/messages';
  const one = `${all}/:messageId`;

  router.get('/channels/:channelId/messages', (request, response) => {
    channelFor(world, request.params.channelId, P.ReadMessageHistory);
    const query = parseForm(listQuery, request.query);
    const messages = world
      .messagesIn(request.params.channelId)
      .filter((stored) => stored.visibleTo === undefined)
      .map((stored) => presented(world, stored));
    response.json(pageOf(messages, query).reverse());
  });

  router.post('/channels/:channelId/messages', async (request, response) => {
    const { body, files } = await bodyOf(request);
    const channel = channelToWriteIn(world, request.params.channelId, files.length > 0);
    const stored = board.post({ channel, author: world.directory.bot, body: parseMessage(body), files });
    response.json(presented(world, stored));
  });

  router.get<typeof one, Record<'channelId' | 'messageId', string>>(one, (request, response) => {
    response.json(presented(world, messageIn(world, request.params.channelId, request.params.messageId)));
  });

  router.patch<typeof one, Record<'channelId' | 'messageId', string>>(one, async (request, response) => {
    const { body, files } = await bodyOf(request);
    const stored = messageIn(world, request.params.channelId, request.params.messageId);
    if (stored.message.author.id !== world.directory.botId) throw notTheAuthor();
    const alreadyV2 = ((stored.message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    response.json(presented(world, board.edit(stored, parseMessage(body, [], alreadyV2), files)));
  });

  router.delete<typeof one, Record<'channelId' | 'messageId', string>>(one, (request, response) => {
    const stored = messageIn(world, request.params.channelId, request.params.messageId);
    const channel = channelFor(world, request.params.channelId);
    const mayManage = (world.permissionsIn(channel, world.directory.botId) & P.ManageMessages) !== 0n;
    if (stored.message.author.id !== world.directory.botId && !mayManage) throw missingPermissions();
    board.remove(stored);
    response.sendStatus(204);
  });
  return router;
}

/** A part of a list that goes from old to new, as `before`, `after` or `around` ask for it. */
function pageOf<T extends { id: string }>(messages: T[], { limit, before, after, around }: z.output<typeof listQuery>): T[] {
  if (around !== undefined) {
    const middle = messages.findIndex((message) => byAge(message.id, around) >= 0);
    const from = Math.max(0, (middle < 0 ? messages.length : middle) - Math.floor(limit / 2));
    return messages.slice(from, from + limit);
  }
  if (after !== undefined) return messages.filter((message) => byAge(message.id, after) > 0).slice(0, limit);
  return messages.filter((message) => before === undefined || byAge(message.id, before) < 0).slice(-limit);
}
