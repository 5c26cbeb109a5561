import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { SlashCommandBuilder, type ChatInputCommandInteraction, type Client } from 'discord.js';
import type { SandboxDiscord } from './server';
import { ADA, APPLICATION, DEPLOYMENTS, GUILD, loggedIn, onNext, person, rest, startForTest } from './test-support/bot';

/** Discord's own specification is not part of this project: it is looked for beside it, or in SHARED_DATA. */
const file = join(process.env['SHARED_DATA'] ?? join(__dirname, '..', '..', '..', 'shared', 'data'), 'discord-openapi.json');
const there = existsSync(file);
const suite = there ? describe : describe.skip;

const responseSchema = z.object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) });
const specSchema = z.looseObject({
  components: z.object({ responses: z.record(z.string(), z.unknown()) }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

suite(`the sandbox's answers, by Discord's own specification${there ? '' : ' (skipped: discord-openapi.json is not there)'}`, () => {
  let sandbox: SandboxDiscord;
  let client: Client<true>;
  let conforms: (method: string, route: string, status: number, json: unknown) => string[];

  beforeAll(async () => {
    conforms = loadSpecification();
    sandbox = await startForTest({ rateLimits: false });
    client = await loggedIn(sandbox);
  });
  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  const messages = `/channels/${DEPLOYMENTS}/messages`;
  const button = { type: 1, components: [{ type: 2, style: 1, label: 'a', custom_id: 'a' }] };
  const calls: [method: string, route: string, path: string, body?: object][] = [
    ['GET', '/gateway/bot', '/gateway/bot'],
    ['GET', '/applications/@me', '/applications/@me'],
    ['GET', '/users/@me', '/users/@me'],
    ['GET', '/guilds/{guild_id}', `/guilds/${GUILD}`],
    ['GET', '/guilds/{guild_id}/channels', `/guilds/${GUILD}/channels`],
    ['GET', '/guilds/{guild_id}/roles', `/guilds/${GUILD}/roles`],
    ['GET', '/guilds/{guild_id}/members/{user_id}', `/guilds/${GUILD}/members/${ADA}`],
    ['GET', '/channels/{channel_id}', `/channels/${DEPLOYMENTS}`],
    ['PUT', '/applications/{application_id}/guilds/{guild_id}/commands', `/applications/${APPLICATION}/guilds/${GUILD}/commands`, [new SlashCommandBuilder().setName('do').setDescription('d').addStringOption((o) => o.setName('a').setDescription('d')).toJSON()]],
    ['POST', '/channels/{channel_id}/messages', messages, { content: 'x', embeds: [{ title: 't', fields: [{ name: 'n', value: 'v' }] }], components: [button] }],
    ['POST', '/channels/{channel_id}/messages', messages, { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: 'x' }, { type: 14 }, button] }] }],
    ['GET', '/channels/{channel_id}/messages', messages],
    ['GET', '/channels/{channel_id}', '/channels/1'],
  ];

  it.each(calls.map(([method, route, path, body]) => ({ method, route, path, body })))('$method $route', async ({ method, route, path, body }) => {
    const { status, json } = await rest(sandbox, method, path, body);
    expect(conforms(method, route, status, json)).toEqual([]);
  });

  it('a thread, an acknowledgement and an answered interaction', async () => {
    const { json: lobby } = await rest(sandbox, 'POST', messages, { content: 'lobby' });
    const thread = await rest(sandbox, 'POST', `${messages}/${lobby.id}/threads`, { name: 'Apply' });
    expect(conforms('POST', '/channels/{channel_id}/messages/{message_id}/threads', thread.status, thread.json)).toEqual([]);

    const got = onNext(client, async (interaction) => interaction as ChatInputCommandInteraction);
    const shown = person(sandbox, ADA).slash('do', { a: 'b' });
    const { id, token } = await got;
    const acknowledged = await rest(sandbox, 'POST', `/interactions/${id}/${token}/callback?with_response=true`, { type: 5 });
    expect(conforms('POST', '/interactions/{interaction_id}/{interaction_token}/callback', acknowledged.status, acknowledged.json)).toEqual([]);
    const edited = await rest(sandbox, 'PATCH', `/webhooks/${APPLICATION}/${token}/messages/@original`, { content: 'done' });
    expect(conforms('PATCH', '/webhooks/{webhook_id}/{webhook_token}/messages/@original', edited.status, edited.json)).toEqual([]);
    await shown;
  });
});

function loadSpecification() {
  // Integers may come as strings of digits.
  const lax = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lax);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, lax(one)]));
    return copy['type'] === 'integer' ? { anyOf: [copy, { type: 'string', pattern: '^[0-9]+$' }] } : copy;
  };
  const whole = lax(JSON.parse(readFileSync(file, 'utf8')));
  const spec = specSchema.parse(whole);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  addFormats(ajv);
  ajv.addSchema(whole as object, 'discord');
  const absolute = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"#/', '"discord#/'));
  return (method: string, route: string, status: number, json: unknown): string[] => {
    const operation = z.object({ responses: z.record(z.string(), z.unknown()) }).parse(spec.paths[route]?.[method.toLowerCase()]);
    const answer = operation.responses[String(status)] ?? operation.responses[`${Math.floor(status / 100)}XX`];
    const reference = z.object({ $ref: z.string() }).safeParse(answer).data?.$ref.split('/').at(-1);
    const { schema } = Object.values(responseSchema.parse(reference === undefined ? answer : spec.components.responses[reference]).content)[0]!;
    const validate = ajv.compile(absolute(schema) as object);
    return validate(json) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
  };
}
