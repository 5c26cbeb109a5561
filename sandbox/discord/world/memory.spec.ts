import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SlashCommandBuilder, type TextChannel } from 'discord.js';
import { ADA, DEPLOYMENTS, GENERAL, loggedIn, onNext, person, rest, startForTest } from '../test-support/bot';

describe('the memory of the sandbox', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-discord-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('finds everything as it was left, and an interaction goes on', async () => {
    const first = await startForTest({ dataDir });
    const client = await loggedIn(first);
    await client.application.commands.set([new SlashCommandBuilder().setName('do').setDescription('Does')]);
    const channel = (await client.channels.fetch(GENERAL)) as TextChannel;
    const lobby = await channel.send({ content: 'Lobby', files: [{ attachment: Buffer.from('log'), name: 'a.log' }] });
    const thread = await lobby.startThread({ name: 'Apply' });
    await thread.send('one');
    const handled = onNext(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
      return interaction;
    });
    const shown = await person(first, ADA).slash('do');
    const { token, applicationId } = await handled;
    await client.destroy();
    await first.close();

    const second = await startForTest({ dataDir });
    const ada = person(second, ADA);
    const [message] = await ada.messages(GENERAL);
    expect(message).toMatchObject({ content: 'Lobby', thread: { name: 'Apply', message_count: 1 } });
    expect(await (await fetch(message?.attachments[0]?.url ?? '')).text()).toBe('log');
    expect((await ada.messages(thread.id)).map((one) => one.content)).toEqual(['one']);
    expect((await ada.commands()).map((one) => one.name)).toEqual(['do']);
    expect(await rest(second, 'PATCH', `/webhooks/${applicationId}/${token}/messages/@original`, { content: 'answered' })).toMatchObject({ status: 200 });
    expect((await ada.again(shown.message)).content).toBe('answered');
    await second.close();
  });

  it('archives a quiet thread when its time has come', async () => {
    let time = 0;
    const sandbox = await startForTest({ now: () => Date.now() + time });
    const { json } = await rest(sandbox, 'POST', `/channels/${DEPLOYMENTS}/messages`, { content: 'Lobby' });
    await rest(sandbox, 'POST', `/channels/${DEPLOYMENTS}/messages/${json.id}/threads`, { name: 'Apply', auto_archive_duration: 60 });
    const archived = async () => (await person(sandbox, ADA).channels()).find((one) => one.id === json.id)?.archived;
    expect(await archived()).toBe(false);
    time = 60 * 60_000;
    expect(await archived()).toBe(true);
    await rest(sandbox, 'POST', `/channels/${json.id}/messages`, { content: 'more' });
    expect(await archived()).toBe(false);
    await sandbox.close();
  });
});
