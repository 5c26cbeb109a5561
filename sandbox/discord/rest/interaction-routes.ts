import { InteractionResponseType, MessageFlags } from 'discord.js';
import { Router, type Request } from 'express';
import { answerInteraction } from '../interactions/callback';
import type { InteractionDesk } from '../interactions/desk';
import { InteractionWebhook } from '../interactions/webhook';
import type { MessageBoard } from '../world/message-board';
import { presented } from '../world/presented';
import type { StoredInteraction, StoredMessage } from '../world/records';
import type { World } from '../world/world';
import { bodyOf } from './body';

/** Answers interactions, and works with their tokens afterwards. The token is the authorisation. */
export function interactionRoutes(world: World, board: MessageBoard, desk: InteractionDesk): Router {
  const router = Router();
  const webhook = new InteractionWebhook(world, board, desk);

  router.post('/interactions/:id/:token/callback', async (request, response) => {
    const received = await bodyOf(request);
    const interaction = desk.toAcknowledge(request.params.id, request.params.token);
    const { type, stored } = answerInteraction(world, board, desk, interaction, received);
    if (request.query['with_response'] !== 'true') return void response.sendStatus(204);
    response.json(callbackResponse(world, interaction, type, stored));
  });

  type Params = Record<'applicationId' | 'token' | 'messageId', string>;
  const of = (request: Request<Params>) => desk.byToken(request.params.applicationId, request.params.token);

  router.post<string, Params>('/webhooks/:applicationId/:token', async (request, response) => {
    const { body, files } = await bodyOf(request);
    response.json(presented(world, webhook.followUp(of(request), body, files)));
  });
  const one = '/webhooks/:applicationId/:token/messages/:messageId';
  router.get<string, Params>(one, (request, response) => void response.json(presented(world, webhook.message(of(request), request.params.messageId))));
  router.patch<string, Params>(one, async (request, response) => {
    const { body, files } = await bodyOf(request);
    response.json(presented(world, webhook.edit(of(request), request.params.messageId, body, files)));
  });
  router.delete<string, Params>(one, (request, response) => {
    webhook.remove(of(request), request.params.messageId);
    response.sendStatus(204);
  });
  return router;
}

function callbackResponse(world: World, interaction: StoredInteraction, type: InteractionResponseType, stored: StoredMessage | undefined): object {
  const { id, type: interactionType, channelId } = interaction;
  const flags = stored?.message.flags ?? 0;
  const made = stored === undefined ? {} : { response_message_id: stored.message.id, response_message_loading: (flags & MessageFlags.Loading) !== 0, response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0 };
  const isShown = type === InteractionResponseType.ChannelMessageWithSource || type === InteractionResponseType.UpdateMessage;
  return {
    interaction: { id, type: interactionType, channel_id: channelId, guild_id: world.directory.guildId, ...made },
    ...(stored !== undefined && isShown ? { resource: { type, message: presented(world, stored) } } : {}),
  };
}
