import { SlashCommandBuilder, type Client } from 'discord.js';
import { WebSocket } from 'ws';
import type { PageEvent } from '../page-api';
import type { SandboxDiscord } from '../server';
import { ADA, DEPLOYMENTS, DEV, eventually, GUILD, loggedIn, onNext, person, rest, startForTest } from '../test-support/bot';

describe("the page's events", () => {
  let sandbox: SandboxDiscord;
  let client: Client<true>;
  beforeEach(async () => {
    sandbox = await startForTest();
    client = await loggedIn(sandbox);
  });
  afterEach(async () => {
    await client.destroy();
    await sandbox.close();
  });

  const open = async (personaId: string) => {
    const events: PageEvent[] = [];
    const cookie = (await fetch(sandbox.pageUrl)).headers.getSetCookie().join('; ');
    const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/page/events?persona=${personaId}`, { headers: { cookie } });
    socket.on('message', (data: Buffer) => events.push(JSON.parse(data.toString()) as PageEvent));
    await new Promise((resolve) => socket.on('open', resolve));
    return events;
  };

  it('tell of messages, edits, threads and deletions', async () => {
    const events = await open(ADA);
    const messages = `/channels/${DEPLOYMENTS}/messages`;
    const { json } = await rest(sandbox, 'POST', messages, { content: 'Lobby' });
    await rest(sandbox, 'PATCH', `${messages}/${json.id}`, { content: 'Planning' });
    await rest(sandbox, 'POST', `${messages}/${json.id}/threads`, { name: 'Apply' });
    await rest(sandbox, 'POST', `/channels/${json.id}/messages`, { content: 'one' });
    await eventually(() => events.find((one) => one.event === 'channel' && one.channel.messageCount === 1));
    await rest(sandbox, 'DELETE', `${messages}/${json.id}`);
    await eventually(() => events.find((one) => one.event === 'message-deleted' && one.messageId === json.id));
    const contents = events.flatMap((one) => (one.event === 'message' && one.channelId === DEPLOYMENTS ? [one.message.content] : []));
    expect(contents.slice(0, 2)).toEqual(['Lobby', 'Planning']);
    expect(events.some((one) => one.event === 'message' && one.message.thread?.name === 'Apply')).toBe(true);
  });

  it('keep private messages private, and follow commands and presence', async () => {
    const [ada, dev] = [await open(ADA), await open(DEV)];
    await client.application.commands.set([new SlashCommandBuilder().setName('do').setDescription('Does')], GUILD);
    await eventually(() => dev.find((one) => one.event === 'commands' && one.commands.length === 1));
    const handled = onNext(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'secret', flags: 64 });
    });
    await person(sandbox, DEV).slash('do');
    await handled;
    await eventually(() => dev.find((one) => one.event === 'message' && one.message.ephemeral === true));
    await client.destroy();
    await eventually(() => ada.find((one) => one.event === 'application' && !one.online));
    expect(ada.some((one) => one.event === 'message')).toBe(false);
  });
});
