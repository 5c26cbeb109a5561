import { PermissionFlagsBits as P } from 'discord.js';
import { Router } from 'express';
import { z } from 'zod';
import { missingPermissions, threadArchived, unknownChannel } from '../limits/discord-error';
import { parseForm, text } from '../limits/fields';
import type { MessageBoard } from '../world/message-board';
import { isThread, type TextChannel, type Thread } from '../world/records';
import { changeThread, newThreadSchema, openLooseThread, openThread, threadPatchSchema } from '../world/threads';
import type { World } from '../world/world';
import { channelFor, messageIn } from './access';

const channelPatchSchema = z.object({ name: text(1, 100).optional(), topic: text(0, 1024).nullish() });

/** Channels and threads. */
export function channelRoutes(world: World, board: MessageBoard): Router {
  const router = Router();

  router.get('/channels/:channelId', (request, response) => void response.json(channelFor(world, request.params.channelId)));

  router.patch('/channels/:channelId', (request, response) => {
    const channel = channelFor(world, request.params.channelId);
    response.json(isThread(channel) ? patchThread(world, channel, request.body) : patchChannel(world, channel, request.body));
  });

  router.delete('/channels/:channelId', (request, response) => {
    const thread = channelFor(world, request.params.channelId, P.ManageThreads);
    if (!isThread(thread)) throw missingPermissions();
    world.removeChannel(thread.id);
    world.announce({ what: 'thread-deleted', thread });
    response.json(thread);
  });

  router.post('/channels/:channelId/messages/:messageId/threads', (request, response) => {
    const channel = textChannel(world, request.params.channelId);
    const stored = messageIn(world, channel.id, request.params.messageId);
    response.status(201).json(openThread(world, board, channel, stored, parseForm(newThreadSchema, request.body)));
  });

  router.post('/channels/:channelId/threads', (request, response) => {
    const channel = textChannel(world, request.params.channelId);
    response.status(201).json(openLooseThread(world, board, channel, parseForm(newThreadSchema, request.body)));
  });

  router.post('/channels/:channelId/typing', (request, response) => {
    channelFor(world, request.params.channelId);
    response.sendStatus(204);
  });

  // Threads keep no list of members here: `userId` may also be @me.
  router.all('/channels/:channelId/thread-members/:userId', (request, response) => {
    channelFor(world, request.params.channelId);
    response.sendStatus(204);
  });
  return router;
}

function textChannel(world: World, channelId: string): TextChannel {
  const channel = channelFor(world, channelId, P.CreatePublicThreads);
  if (isThread(channel)) throw unknownChannel();
  return channel;
}

function patchThread(world: World, thread: Thread, body: unknown): Thread {
  const asked = parseForm(threadPatchSchema, body);
  const permissions = world.permissionsIn(thread, world.directory.botId);
  const owns = thread.owner_id === world.directory.botId;
  if ((!owns || asked.locked !== undefined) && (permissions & P.ManageThreads) === 0n) throw missingPermissions();
  if (thread.thread_metadata.archived && asked.archived === undefined) throw threadArchived();
  return changeThread(world, thread, asked);
}

function patchChannel(world: World, channel: TextChannel, body: unknown): TextChannel {
  const { name, topic } = parseForm(channelPatchSchema, body);
  channelFor(world, channel.id, P.ManageChannels);
  const changed = { ...channel, name: name ?? channel.name, topic: topic === undefined ? (channel.topic ?? null) : topic };
  world.putChannel(changed);
  world.announce({ what: 'channel-updated', channel: changed });
  return changed;
}
