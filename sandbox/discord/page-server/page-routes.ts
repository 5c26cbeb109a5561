import express, { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { InteractionDesk } from '../interactions/desk';
import type { PageAnswer, PageMessage } from '../page-api';
import { archiveQuietThreads } from '../world/threads';
import type { World } from '../world/world';
import { Refusal } from './command-options';
import { pressAutocomplete, pressCommand } from './press-command';
import { pressComponent } from './press-component';
import { pressModal } from './press-modal';
import { personaQuery, pressSchema, stateQuery, type PressRequest } from './requests';
import { maySee, pageMessage, pageState } from './view';

export interface PageParts {
  world: World;
  desk: InteractionDesk;
  online: () => boolean;
}

/** What the page and the end-to-end tests call. */
export function pageRoutes(parts: PageParts): Router {
  const { world, online } = parts;
  const router = Router();
  router.use(express.json({ limit: '1mb' }));

  router.get('/state', (request, response) => {
    const { personas } = world.directory;
    const asked = stateQuery.parse(request.query).persona;
    const persona = personas.find(({ id }) => id === asked) ?? personas.find(({ name }) => name === 'developer') ?? personas[0];
    if (persona === undefined) return void response.status(404).json({ reason: 'There is nobody here.' });
    archiveQuietThreads(world);
    response.json(pageState(world, persona.id, online()));
  });

  router.get('/channels/:channelId/messages', (request, response) => {
    const { persona } = personaQuery.parse(request.query);
    const channel = world.channel(request.params.channelId);
    if (channel === undefined || world.directory.persona(persona) === undefined || !maySee(world, channel, persona)) {
      return void response.status(404).json({ reason: 'There is no such channel.' });
    }
    const messages: PageMessage[] = world.messagesIn(channel.id).flatMap((stored) => pageMessage(world, stored, persona) ?? []);
    response.json(messages);
  });

  router.post('/interactions', async (request, response) => {
    response.json(await press(parts, pressSchema.parse(request.body)));
  });
  router.use(asReason);
  return router;
}

async function press({ world, desk }: PageParts, request: PressRequest): Promise<PageAnswer> {
  const channel = world.channel(request.channelId);
  if (channel === undefined || world.directory.persona(request.persona) === undefined || !maySee(world, channel, request.persona)) {
    return { outcome: 'failed', reason: 'There is no such channel.' };
  }
  const pressed = interpret(world, desk, channel, request);
  if (pressed instanceof Refusal) return { outcome: 'failed', reason: pressed.reason };
  const answer = await desk.open(pressed);
  if (request.kind === 'modal' && answer.outcome !== 'failed') desk.closeModal(request.modalId);
  return answer;
}

function interpret(world: World, desk: InteractionDesk, channel: Parameters<typeof pressCommand>[1], request: PressRequest) {
  switch (request.kind) {
    case 'command':
      return pressCommand(world, channel, request);
    case 'autocomplete':
      return pressAutocomplete(world, channel, request);
    case 'component':
      return pressComponent(world, channel, request);
    case 'modal':
      return pressModal(world, desk, channel, request);
  }
}

const asReason: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof z.ZodError)) return next(error);
  response.status(400).json({ reason: z.prettifyError(error) });
};
