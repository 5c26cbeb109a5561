import { Client, Events, GatewayIntentBits, type ClientOptions, type Interaction } from 'discord.js';
import { defaultSeed } from '../default-seed';
import { startSandboxDiscord, type SandboxDiscord, type SandboxDiscordOptions } from '../server';
import { SandboxPerson } from '../test-client';

export const TOKEN = 'MTE5NjQ4MDk3NzI2NTkyMjExOQ.sandbox.token';
export const GUILD = defaultSeed.guild.id;
export const APPLICATION = defaultSeed.application.id;
export const [DEPLOYMENTS, GENERAL] = defaultSeed.channels.map((channel) => channel.id) as [string, string];
export const [ADA, DEV, NIA] = defaultSeed.personas.map((persona) => persona.id) as [string, string, string];

/** A sandbox for a test: no files, no waiting for three seconds. */
export function startForTest(options: Partial<SandboxDiscordOptions> = {}): Promise<SandboxDiscord> {
  return startSandboxDiscord({ port: 0, token: TOKEN, seed: defaultSeed, ...options });
}

/** A real discord.js client, logged in and ready. */
export async function loggedIn(sandbox: SandboxDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    ...options,
    rest: { api: sandbox.restUrl, ...options.rest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  return ready;
}

export function person(sandbox: SandboxDiscord, personaId: string, channelId = DEPLOYMENTS): SandboxPerson {
  return new SandboxPerson(sandbox.pageUrl, personaId, channelId);
}

/** Handles the next interaction only; what the handler returns or throws is what is awaited. */
export function onNext<T>(client: Client, handle: (interaction: Interaction) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => client.once(Events.InteractionCreate, (interaction) => void handle(interaction).then(resolve, reject)));
}

/** A request as a bot without a library makes it. */
export async function rest(sandbox: SandboxDiscord, method: string, path: string, body?: object, token = TOKEN): Promise<{ status: number; json: RestJson }> {
  const response = await fetch(`${sandbox.restUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as RestJson };
}

export interface RestJson {
  id: string;
  code: number;
  message: string;
  errors: object;
  retry_after: number;
}

/** Waits until a condition holds, looking often. */
export async function eventually<T>(look: () => T | undefined | false | Promise<T | undefined | false>, withinMs = 8_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > until) throw new Error('It did not come to pass in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
