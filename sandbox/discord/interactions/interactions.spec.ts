import { ComponentType, MessageFlags, SlashCommandBuilder, type ChatInputCommandInteraction, type Client, type Interaction } from 'discord.js';
import type { SandboxDiscord } from '../server';
import { ADA, APPLICATION, DEPLOYMENTS, DEV, GUILD, loggedIn, NIA, onNext, person, rest, startForTest } from '../test-support/bot';

describe('an interaction', () => {
  let sandbox: SandboxDiscord;
  let client: Client<true>;
  let time = 0;

  beforeAll(async () => {
    sandbox = await startForTest({ rateLimits: false, acknowledgeWithinMs: 400, now: () => Date.now() + time });
    client = await loggedIn(sandbox);
    await client.application.commands.set(
      [
        new SlashCommandBuilder().setName('do').setDescription('Does').toJSON(),
        new SlashCommandBuilder().setName('manage').setDescription('Manages').setDefaultMemberPermissions(32n).toJSON(),
        new SlashCommandBuilder()
          .setName('pick')
          .setDescription('Picks')
          .addIntegerOption((option) => option.setName('count').setDescription('How many').setRequired(true).setMinValue(1).setMaxValue(9))
          .addStringOption((option) => option.setName('size').setDescription('Size').addChoices({ name: 'Small', value: 's' }))
          .addStringOption((option) => option.setName('what').setDescription('What').setAutocomplete(true))
          .toJSON(),
        new SlashCommandBuilder()
          .setName('group')
          .setDescription('Has parts')
          .addSubcommand((part) => part.setName('part').setDescription('Part').addRoleOption((option) => option.setName('role').setDescription('Role')))
          .toJSON(),
      ],
      GUILD,
    );
  });
  afterAll(async () => {
    await client.destroy();
    await sandbox.close();
  });

  const command = async (interaction: Interaction) => interaction as ChatInputCommandInteraction;
  const callback = ({ id, token }: { id: string; token: string }, body: object, query = '') => rest(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, body);

  it('is dead when nobody answers in time', async () => {
    const got = onNext(client, command);
    await expect(person(sandbox, DEV).slash('do')).rejects.toThrow('The application did not respond');
    const interaction = await got;
    await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062 });
    expect(await rest(sandbox, 'POST', `/webhooks/${APPLICATION}/${interaction.token}`, { content: 'x' })).toMatchObject({ status: 404, json: { code: 10015 } });
  });

  it('is acknowledged once, and its token dies after 15 minutes', async () => {
    const got = onNext(client, command);
    const shown = person(sandbox, DEV).slash('do');
    const interaction = await got;
    const first = await callback(interaction, { type: 4, data: { content: 'one' } }, '?with_response=true');
    expect(first).toMatchObject({
      status: 200,
      json: { interaction: { id: interaction.id, type: 2, response_message_loading: false }, resource: { type: 4, message: { content: 'one', type: 20 } } },
    });
    expect(await callback(interaction, { type: 4, data: { content: 'two' } })).toMatchObject({ status: 400, json: { code: 40060 } });
    expect((await shown).message.content).toBe('one');
    time += 15 * 60_000;
    expect(await rest(sandbox, 'PATCH', `/webhooks/${APPLICATION}/${interaction.token}/messages/%40original`, { content: 'x' })).toMatchObject({
      status: 401,
      json: { code: 50027 },
    });
    expect(await rest(sandbox, 'PATCH', `/channels/${DEPLOYMENTS}/messages/${(await shown).message.id}`, { content: 'by the bot token' })).toMatchObject({ status: 200 });
  });

  it('is not used up by a refused answer', async () => {
    const got = onNext(client, command);
    const shown = person(sandbox, DEV).slash('do');
    const interaction = await got;
    expect(await callback(interaction, { type: 4, data: { content: 'x'.repeat(2_001) } })).toMatchObject({
      json: { code: 50035, errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
    });
    expect(await callback(interaction, { type: 7, data: { content: 'x' } })).toMatchObject({ json: { code: 50035 } });
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    expect((await shown).message).toMatchObject({ pending: true, ephemeral: true });
    // The first follow-up fills the deferral.
    const filled = await interaction.followUp('done');
    expect(filled.id).toBe((await shown).message.id);
    const path = `/channels/${DEPLOYMENTS}/messages/${filled.id}`;
    expect(await rest(sandbox, 'GET', path)).toMatchObject({ status: 404, json: { code: 10008 } });
    expect(await rest(sandbox, 'PATCH', path, { content: 'x' })).toMatchObject({ status: 404, json: { code: 10008 } });
    await interaction.deleteReply();
    expect(await person(sandbox, DEV).message(DEPLOYMENTS, filled.id)).toBeUndefined();
  });

  it('completes with 25 choices at most', async () => {
    const got = onNext(client, async (interaction) => interaction);
    const typed = person(sandbox, DEV).autocomplete('pick', { what: '' }, 'what');
    const interaction = await got;
    if (!interaction.isAutocomplete()) throw new Error('not an autocomplete');
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    expect(await callback(interaction, { type: 8, data: { choices } })).toMatchObject({ json: { code: 50035, errors: { data: { choices: {} } } } });
    expect(await callback(interaction, { type: 5 })).toMatchObject({ json: { code: 50035 } });
    await interaction.respond(choices.slice(1));
    expect(await typed).toHaveLength(25);
  });

  it('opens a modal only as the first answer, and never from a modal', async () => {
    const text = { type: 1, components: [{ type: 4, custom_id: 'why', style: 1, label: 'Why', min_length: 3 }] };
    const modal = { custom_id: 'm', title: 'Reason', components: [text] };
    const got = onNext(client, command);
    const shown = person(sandbox, DEV).slash('do');
    const opener = await got;
    const refused: [object, string][] = [
      [{ ...modal, title: 'x'.repeat(46) }, 'title'],
      [{ ...modal, components: [] }, 'components'],
      [{ ...modal, components: Array.from({ length: 6 }, () => text) }, 'components'],
      [{ ...modal, components: [{ type: 1, components: [{ type: 4, custom_id: 'why', style: 1, label: 'x'.repeat(46) }] }] }, 'components'],
      [{ ...modal, components: [{ type: 1, components: [{ type: 4, custom_id: 'why', style: 1, label: 'x', placeholder: 'x'.repeat(101) }] }] }, 'components'],
      [{ ...modal, components: [text, text] }, 'components'],
    ];
    for (const [data, field] of refused) expect(await callback(opener, { type: 9, data })).toMatchObject({ json: { code: 50035, errors: { data: { [field]: {} } } } });
    expect(await callback(opener, { type: 9, data: modal })).toMatchObject({ status: 204 });
    const opened = (await shown).modal;

    await expect(person(sandbox, DEV).submit(opened, { Why: 'no' })).rejects.toThrow('"Why" must have at least 3 characters.');
    await expect(person(sandbox, NIA).submit(opened, { Why: 'because' })).rejects.toThrow('not open any more');
    const submitted = onNext(client, async (interaction) => interaction);
    const answered = person(sandbox, DEV).submit(opened, { Why: 'because' });
    const interaction = await submitted;
    if (!interaction.isModalSubmit()) throw new Error('not a modal');
    expect(interaction.fields.getTextInputValue('why')).toBe('because');
    expect(await callback(interaction, { type: 9, data: modal })).toMatchObject({ json: { code: 50035 } });
    await interaction.reply('thanks');
    expect((await answered).message.content).toBe('thanks');
  });

  it('comes only from what can be pressed, unless it is forged', async () => {
    const row = {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: 1, label: 'Approve & Deploy', custom_id: 'approve', disabled: true },
        { type: ComponentType.Button, style: 4, label: 'Cancel', custom_id: 'cancel' },
      ],
    };
    const menu = { type: 3, custom_id: 'kind', placeholder: 'Choose a kind', options: [{ label: 'Machine', value: 'vm' }] };
    const { json } = await rest(sandbox, 'POST', `/channels/${DEPLOYMENTS}/messages`, { content: 'Lobby', components: [row, { type: 1, components: [menu] }] });
    const dev = person(sandbox, DEV);
    const message = (await dev.message(DEPLOYMENTS, json.id))!;
    await expect(dev.press(message, 'Approve & Deploy')).rejects.toThrow('disabled');
    await expect(dev.choose(message, 'Choose a kind', ['database'])).rejects.toThrow('does not offer "database"');

    const forged = onNext(client, async (interaction) => {
      if (interaction.isButton()) await interaction.reply({ content: 'refused', flags: MessageFlags.Ephemeral });
    });
    expect((await dev.forge(message, 'approve')).message.content).toBe('refused');
    await forged;

    const chosen = onNext(client, async (interaction) => {
      if (!interaction.isStringSelectMenu()) throw new Error('not a menu');
      await interaction.deferUpdate();
      await interaction.editReply({ content: interaction.values.join(), components: [] });
    });
    await dev.choose(message, 'Choose a kind', ['Machine']);
    await chosen;
    expect(await dev.again(message)).toMatchObject({ content: 'vm', components: [] });
  });

  it('is offered to those who may use the command', async () => {
    const names = async (personaId: string) => (await person(sandbox, personaId).commands()).map((one) => one.name);
    expect(await names(ADA)).toContain('manage');
    expect(await names(NIA)).not.toContain('manage');
    await expect(person(sandbox, NIA).slash('manage')).rejects.toThrow('You do not have permission to use /manage.');
  });

  it('carries options that fit the command', async () => {
    const dev = person(sandbox, DEV);
    await expect(dev.slash('pick')).rejects.toThrow('"count" is required');
    await expect(dev.slash('pick', { count: 'many' })).rejects.toThrow('"count" must be a whole number');
    await expect(dev.slash('pick', { count: 10 })).rejects.toThrow('"count" must be at most 9');
    await expect(dev.slash('pick', { count: 1, size: 'xl' })).rejects.toThrow('"size" must be one of: Small');
    await expect(dev.slash('pick', { count: 1, colour: 'red' })).rejects.toThrow('no option "colour"');
    await expect(dev.slash('group')).rejects.toThrow('Choose a subcommand');
    const role = GUILD;
    const got = onNext(client, async (interaction) => {
      const { options } = await command(interaction);
      await (await command(interaction)).reply('ok');
      return [options.getSubcommand(), options.getRole('role')?.name];
    });
    await dev.slash('group part', { role });
    expect(await got).toEqual(['part', '@everyone']);
  });
});
