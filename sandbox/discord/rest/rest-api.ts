import { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import type { InteractionDesk } from '../interactions/desk';
import { brokenJson, DiscordError, tooLarge, unauthorized, unknownRoute } from '../limits/discord-error';
import type { MessageBoard } from '../world/message-board';
import type { World } from '../world/world';
import { applicationRoutes } from './application-routes';
import { readBody } from './body';
import { channelRoutes } from './channel-routes';
import { commandRoutes } from './command-routes';
import type { Faults } from './faults';
import { guildRoutes } from './guild-routes';
import { interactionRoutes } from './interaction-routes';
import { messageRoutes } from './message-routes';
import { rateLimit, type RateLimits } from './rate-limit';

export interface RestApiParts {
  world: World;
  board: MessageBoard;
  desk: InteractionDesk;
  faults: Faults;
  token: string;
  gatewayUrl: () => string;
  /** Without them nothing is limited. */
  rateLimits: RateLimits | undefined;
}

/** Discord's REST API, version 10. */
export function restApi({ world, board, desk, faults, token, gatewayUrl, rateLimits }: RestApiParts): Router {
  const router = Router();
  router.use(faults.middleware);
  router.use(authorized(token));
  if (rateLimits !== undefined) router.use(rateLimit(rateLimits));
  router.use(readBody);
  router.use(applicationRoutes(world, gatewayUrl));
  router.use(commandRoutes(world));
  router.use(interactionRoutes(world, board, desk));
  router.use(messageRoutes(world, board));
  router.use(channelRoutes(world, board));
  router.use(guildRoutes(world));
  router.use(() => {
    throw unknownRoute();
  });
  router.use(inDiscordsWords);
  return router;
}

/** Everything needs the bot's token, but what carries an interaction's token, and the gateway's address. */
function authorized(token: string): RequestHandler {
  return (request, _response, next) => {
    if (/^\/(interactions|webhooks)\//.test(request.path) || request.path === '/gateway') return next();
    next(request.get('authorization') === `Bot ${token}` ? undefined : unauthorized());
  };
}

const inDiscordsWords: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error instanceof DiscordError ? error : fromBodyParser(error);
  if (known !== undefined) return void response.status(known.status).json(known);
  process.emitWarning(error instanceof Error ? error : String(error));
  response.status(500).json({ message: '500: Internal Server Error', code: 0 });
};

function fromBodyParser(error: unknown): DiscordError | undefined {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  if (error.type === 'entity.too.large') return tooLarge();
  return error.type === 'entity.parse.failed' ? brokenJson() : undefined;
}
