import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RadioGroupBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
  type Client,
  type TextChannel,
} from 'discord.js';
import type { SandboxDiscord } from './server';
import { ADA, DEPLOYMENTS, DEV, eventually, GUILD, loggedIn, NIA, onNext, person, startForTest } from './test-support/bot';

describe('a conversation with a real discord.js bot', () => {
  let sandbox: SandboxDiscord;
  let client: Client<true>;

  beforeAll(async () => {
    sandbox = await startForTest();
    client = await loggedIn(sandbox);
    await client.application.commands.set(
      [
        new SlashCommandBuilder()
          .setName('cloud-deploy')
          .setDescription('Deploys')
          .addStringOption((option) => option.setName('project').setDescription('Where').setRequired(true).setAutocomplete(true))
          .addUserOption((option) => option.setName('for').setDescription('For whom')),
      ],
      GUILD,
    );
  });

  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  it('knows who it is, where it is, and who is there', () => {
    expect(client.user.username).toBe('Cloud Engine');
    const guild = client.guilds.cache.get(GUILD);
    expect(guild?.name).toBe('Acme Cloud');
    expect(guild?.channels.cache.get(DEPLOYMENTS)?.name).toBe('deployments');
    expect(guild?.members.cache.get(ADA)?.permissions.has('ManageGuild')).toBe(true);
    expect(guild?.members.cache.get(NIA)?.permissions.has('ManageGuild')).toBe(false);
  });

  it('shows the commands it registered', async () => {
    const commands = await person(sandbox, NIA).commands();
    expect(commands.map((command) => command.name)).toEqual(['cloud-deploy']);
  });

  it('is thinking after a deferral, then answers, and follows up in private', async () => {
    const dev = person(sandbox, DEV);
    const handled = onNext(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('not a command');
      expect(interaction.options.getUser('for')?.id).toBe(NIA);
      expect(interaction.channel?.id).toBe(DEPLOYMENTS);
      expect(interaction.memberPermissions?.has('SendMessages')).toBe(true);
      await interaction.deferReply();
      return interaction;
    });
    const shown = await dev.slash('cloud-deploy', { project: 'shop', for: NIA });
    const interaction = await handled;
    expect(shown.message).toMatchObject({ pending: true, application_id: client.application.id, interaction_metadata: { user: { id: DEV } } });

    await interaction.editReply({ content: 'Lobby', embeds: [{ title: 'Plan', description: '3 to add' }] });
    const answered = await dev.again(shown.message);
    expect(answered).toMatchObject({ content: 'Lobby', embeds: [{ title: 'Plan' }] });
    expect(answered.pending).toBeUndefined();

    const hint = await interaction.followUp({ content: 'Only you', flags: MessageFlags.Ephemeral });
    expect(await dev.message(DEPLOYMENTS, hint.id)).toMatchObject({ ephemeral: true, content: 'Only you' });
    expect(await person(sandbox, ADA).message(DEPLOYMENTS, hint.id)).toBeUndefined();
    await expect((interaction.channel as TextChannel).messages.fetch({ message: hint.id, force: true })).rejects.toMatchObject({ code: 10008 });
    expect((await interaction.fetchReply()).content).toBe('Lobby');
  });

  it('completes what is typed', async () => {
    const handled = onNext(client, async (interaction) => {
      if (!interaction.isAutocomplete()) throw new Error('not an autocomplete');
      await interaction.respond([{ name: interaction.options.getFocused(), value: 'p1' }]);
    });
    expect(await person(sandbox, DEV).autocomplete('cloud-deploy', { project: 'sho' }, 'project')).toEqual([{ name: 'sho', value: 'p1' }]);
    await handled;
  });

  it('opens a form from a button and reads every kind of field', async () => {
    const dev = person(sandbox, DEV);
    const channel = (await client.channels.fetch(DEPLOYMENTS)) as TextChannel;
    const add = new ButtonBuilder().setCustomId('add').setLabel('Add Resource').setStyle(ButtonStyle.Primary);
    const sent = await channel.send({ content: 'Lobby', components: [new ActionRowBuilder<ButtonBuilder>().addComponents(add)] });
    const message = await dev.again({ ...(await dev.latest())!, id: sent.id });

    const opened = onNext(client, async (interaction) => {
      if (!interaction.isButton()) throw new Error('not a button');
      await interaction.showModal(form());
    });
    const { modal } = await dev.press(message, 'Add Resource');
    await opened;
    await expect(dev.submit(modal, { Size: 'small' })).rejects.toThrow('"Name" is required.');

    const read = onNext(client, async (interaction) => {
      if (!interaction.isModalSubmit() || !interaction.isFromMessage()) throw new Error('not a modal of a message');
      const { fields } = interaction;
      await interaction.update({ content: 'Changed' });
      return [
        fields.getTextInputValue('name'),
        fields.getStringSelectValues('size'),
        fields.getRadioGroup('disk'),
        fields.getSelectedUsers('owner')?.first()?.username,
      ];
    });
    await dev.submit(modal, { Name: 'web', Size: ['small'], Disk: 'ssd', Owner: [ADA] });
    expect(await read).toEqual(['web', ['small'], 'ssd', 'ada']);
    expect((await dev.again(message)).content).toBe('Changed');
    await expect(dev.submit(modal, { Name: 'again', Size: ['small'], Disk: 'ssd', Owner: [ADA] })).rejects.toThrow('not open any more');
  });

  it('streams into a thread and attaches the log', async () => {
    const dev = person(sandbox, DEV);
    const channel = (await client.channels.fetch(DEPLOYMENTS)) as TextChannel;
    const lobby = await channel.send('Applying');
    const thread = await lobby.startThread({ name: 'Apply', autoArchiveDuration: 60 });
    expect(thread.id).toBe(lobby.id);
    const line = await thread.send('one');
    await line.edit('one\ntwo');
    const file = await thread.send({ content: 'The log', files: [{ attachment: Buffer.from('all of it'), name: 'apply.log' }] });
    const message = (await dev.message(DEPLOYMENTS, lobby.id))!;
    expect(await dev.threadOf(message)).toMatchObject({ kind: 'thread', name: 'Apply', parentId: DEPLOYMENTS, archiveAfterMinutes: 60, messageCount: 2 });
    expect((await dev.messages(thread.id)).map((one) => one.content)).toEqual(['one\ntwo', 'The log']);
    const url = file.attachments.first()?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('all of it');
    await thread.setArchived(true);
    expect(await dev.threadOf(message)).toMatchObject({ archived: true });
  });

  it('resumes after a broken connection and misses nothing', async () => {
    const resumed = once(client, Events.ShardResume);
    const missed = onNext(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('still here');
    });
    sandbox.faults.dropGateway();
    const shown = await person(sandbox, DEV).slash('cloud-deploy', { project: 'shop' });
    await Promise.all([resumed, missed]);
    expect(shown.message.content).toBe('still here');
    await eventually(async () => (await person(sandbox, DEV).state()).application.online);
  });

  it('identifies anew when its session is forgotten', async () => {
    const ready = once(client, Events.ShardReady);
    sandbox.faults.forgetSessions();
    sandbox.faults.dropGateway();
    await ready;
    await eventually(() => client.isReady());
  });
});

function form(): ModalBuilder {
  const option = (value: string) => ({ label: value, value });
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('Add a machine')
    .addLabelComponents(
      new LabelBuilder().setLabel('Name').setTextInputComponent(new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short)),
      new LabelBuilder().setLabel('Size').setStringSelectMenuComponent(new StringSelectMenuBuilder().setCustomId('size').addOptions(option('small'), option('large'))),
      new LabelBuilder().setLabel('Disk').setRadioGroupComponent(new RadioGroupBuilder().setCustomId('disk').addOptions(option('ssd'), option('hdd'))),
      new LabelBuilder().setLabel('Owner').setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('owner')),
    );
}
