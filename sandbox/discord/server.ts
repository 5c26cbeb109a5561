import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express from 'express';
import { WebSocketServer } from 'ws';
import { Controls } from './controls';
import { Gateway } from './gateway/gateway';
import { Guard } from './guard';
import { InteractionDesk } from './interactions/desk';
import { interactionPayload } from './interactions/payload';
import { PageEvents } from './page-server/page-events';
import { pageRoutes } from './page-server/page-routes';
import { attachmentRoutes } from './rest/attachment-routes';
import { Faults } from './rest/faults';
import { defaultRateLimits, type RateLimits } from './rest/rate-limit';
import { restApi } from './rest/rest-api';
import { MessageBoard } from './world/message-board';
import { seedSchema, type SandboxSeed } from './world/seed';
import { Store } from './world/store';
import { archiveQuietThreads } from './world/threads';
import { World } from './world/world';

const SWEEP_EVERY_MS = 5_000;

export interface SandboxDiscordOptions {
  /** 0 takes any free port. */
  port: number;
  /** Loopback unless said otherwise. */
  host?: string;
  /** Where everything is remembered. Without it nothing outlives the process. */
  dataDir?: string;
  /** The only bot token accepted. */
  token: string;
  /** The built page, served at `/`. */
  pageDir?: string;
  seed: SandboxSeed;
  now?: () => number;
  /** Other limits than Discord's, or none. */
  rateLimits?: Partial<RateLimits> | false;
  /** How long the bot has to acknowledge an interaction. At Discord, and here unless said otherwise, 3 s. */
  acknowledgeWithinMs?: number;
}

export interface SandboxDiscord {
  /** For discord.js: `new Client({ rest: { api: restUrl } })`. */
  restUrl: string;
  pageUrl: string;
  port: number;
  faults: Faults;
  controls: Controls;
  close(): Promise<void>;
}

/** Starts a Discord of one's own on this machine: REST, gateway and a page to press its buttons. */
export async function startSandboxDiscord(options: SandboxDiscordOptions): Promise<SandboxDiscord> {
  const { host = '127.0.0.1', token, pageDir, now = Date.now, rateLimits = {} } = options;
  const server = createServer();
  const port = await listen(server, host, options.port);
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const gatewayUrl = `${origin.replace('http', 'ws')}/gateway`;

  const guard = new Guard(host, port);
  const store = new Store(options.dataDir);
  const world = new World(store, seedSchema.parse(options.seed), now);
  world.moveAttachments(origin);
  const pages = new PageEvents(world);
  const gateway = new Gateway(world, token, () => gatewayUrl, (online) => pages.presence(online));
  const faults = new Faults(() => gateway);
  const board = new MessageBoard(world, () => origin);
  const desk = new InteractionDesk(world, options.acknowledgeWithinMs ?? 3_000, (interaction, data) =>
    gateway.dispatch('INTERACTION_CREATE', interactionPayload(world, interaction, data)),
  );
  const limits = rateLimits === false ? undefined : { ...defaultRateLimits, ...rateLimits };

  const app = express();
  app.disable('x-powered-by');
  app.use(guard.fromHereOnly);
  app.use(['/api/v10', '/api'], restApi({ world, board, desk, faults, token, gatewayUrl: () => gatewayUrl, rateLimits: limits }));
  app.use('/page', guard.withSessionOnly, pageRoutes({ world, desk, online: () => gateway.online }));
  app.use('/attachments', attachmentRoutes(store));
  app.get('/', guard.openSession);
  if (pageDir !== undefined) app.use(express.static(pageDir));
  // Where there is no page, as in tests, there is its session all the same.
  app.get('/', (_request, response) => void response.sendStatus(204));
  server.on('request', app);
  const sockets = acceptWebSockets(server, gateway, pages, world, guard);

  const sweep = setInterval(() => {
    archiveQuietThreads(world);
    desk.forgetOld();
  }, SWEEP_EVERY_MS);

  return {
    restUrl: `${origin}/api`,
    pageUrl: `${origin}/`,
    port,
    faults,
    controls: new Controls(world, board),
    async close() {
      clearInterval(sweep);
      desk.close();
      gateway.reset();
      for (const page of sockets.clients) page.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

function acceptWebSockets(server: Server, gateway: Gateway, pages: PageEvents, world: World, guard: Guard): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket: Socket, head) => {
    if (!guard.isFromHere(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    const address = URL.parse(request.url ?? '', 'http://sandbox');
    if (address === null) return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    const { pathname, searchParams } = address;
    const persona = searchParams.get('persona') ?? '';
    if (/^\/gateway\/?$/.test(pathname)) {
      sockets.handleUpgrade(request, socket, head, (opened) => gateway.accept(opened, request, socket));
    } else if (pathname === '/page/events' && guard.hasSession(request) && world.directory.persona(persona) !== undefined) {
      sockets.handleUpgrade(request, socket, head, (opened) => pages.accept(opened, persona));
    } else {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    }
  });
  return sockets;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `The sandbox cannot start: port ${port} on ${host} is taken. Stop what uses it, or choose another port.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
