import { Router } from 'express';
import { unknownUser } from '../limits/discord-error';
import { applicationObject, guildObject } from '../world/guild';
import type { World } from '../world/world';

/** Where the gateway is, and who the bot is. */
export function applicationRoutes(world: World, gatewayUrl: () => string): Router {
  const router = Router();
  router.get('/gateway', (_request, response) => void response.json({ url: gatewayUrl() }));
  router.get('/gateway/bot', (_request, response) => {
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    response.json({ url: gatewayUrl(), shards: 1, session_start_limit });
  });
  router.get(['/applications/@me', '/oauth2/applications/@me'], (_request, response) => void response.json(applicationObject(world)));
  router.get('/users/@me', (_request, response) => void response.json({ ...world.directory.bot, verified: true, mfa_enabled: true, email: null, locale: 'en-US' }));
  router.get('/users/@me/guilds', (_request, response) => void response.json([guildObject(world)]));
  router.get('/users/:userId', (request, response) => {
    const member = world.directory.member(request.params.userId);
    if (member === undefined) throw unknownUser();
    response.json(member.user);
  });
  return router;
}
