import type { SandboxDiscord } from '../server';
import { APPLICATION, DEPLOYMENTS, GUILD, rest, startForTest, TOKEN } from '../test-support/bot';

const messages = `/channels/${DEPLOYMENTS}/messages`;
const commands = `/applications/${APPLICATION}/guilds/${GUILD}/commands`;
const x = (length: number) => 'x'.repeat(length);
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'Press', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (count: number, more: object = {}) => {
  const options = Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` }));
  return { type: 3, custom_id: 'menu', options, ...more };
};
const embed = (more: object) => ({ embeds: [{ description: 'd', ...more }] });

describe('the limits of a message', () => {
  let sandbox: SandboxDiscord;
  beforeAll(async () => void (sandbox = await startForTest({ rateLimits: false })));
  afterAll(() => sandbox.close());

  it.each<[string, object]>([
    ['2,000 characters', { content: x(2_000) }],
    ['characters that are two UTF-16 units', { content: '🚀'.repeat(2_000) }],
    ['10 embeds', { embeds: Array.from({ length: 10 }, () => ({ description: 'd' })) }],
    ['4,096 characters of description', embed({ description: x(4_096) })],
    ['25 fields', embed({ fields: Array.from({ length: 25 }, () => ({ name: 'n', value: 'v' })) })],
    ['5 rows of 5 buttons', { components: Array.from({ length: 5 }, (_, r) => row(...Array.from({ length: 5 }, (_, b) => button(`${r}-${b}`)))) }],
    ['25 options', { components: [row(select(25, { max_values: 25 }))] }],
    ['components of version 2', { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: 'Plan' }, row(button('a'))] }] }],
  ])('allow %s', async (_, body) => {
    expect(await rest(sandbox, 'POST', messages, body)).toMatchObject({ status: 200 });
  });

  it.each<[string, object, string[], string]>([
    ['2,001 characters', { content: x(2_001) }, ['content'], 'BASE_TYPE_MAX_LENGTH'],
    ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ description: 'd' })) }, ['embeds'], 'BASE_TYPE_MAX_LENGTH'],
    ['a description of 4,097', embed({ description: x(4_097) }), ['embeds', '0', 'description'], 'BASE_TYPE_MAX_LENGTH'],
    ['a title of 257', embed({ title: x(257) }), ['embeds', '0', 'title'], 'BASE_TYPE_MAX_LENGTH'],
    ['a footer of 2,049', embed({ footer: { text: x(2_049) } }), ['embeds', '0', 'footer', 'text'], 'BASE_TYPE_BAD_LENGTH'],
    ['an author of 257', embed({ author: { name: x(257) } }), ['embeds', '0', 'author', 'name'], 'BASE_TYPE_BAD_LENGTH'],
    ['26 fields', embed({ fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) }), ['embeds', '0', 'fields'], 'BASE_TYPE_MAX_LENGTH'],
    ['a field name of 257', embed({ fields: [{ name: x(257), value: 'v' }] }), ['embeds', '0', 'fields', '0', 'name'], 'BASE_TYPE_BAD_LENGTH'],
    ['a field value of 1,025', embed({ fields: [{ name: 'n', value: x(1_025) }] }), ['embeds', '0', 'fields', '0', 'value'], 'BASE_TYPE_BAD_LENGTH'],
    ['an empty field value', embed({ fields: [{ name: 'n', value: '' }] }), ['embeds', '0', 'fields', '0', 'value'], 'BASE_TYPE_BAD_LENGTH'],
    ['embeds of 6,001 together', { embeds: [{ description: x(4_096) }, { description: x(1_905) }] }, ['embeds'], 'MAX_EMBED_SIZE_EXCEEDED'],
    ['6 rows', { components: Array.from({ length: 6 }, (_, r) => row(button(`${r}`))) }, ['components'], 'BASE_TYPE_MAX_LENGTH'],
    ['6 buttons in a row', { components: [row(...Array.from({ length: 6 }, (_, b) => button(`${b}`)))] }, ['components', '0', 'components'], 'BASE_TYPE_BAD_LENGTH'],
    ['an empty row', { components: [row()] }, ['components', '0', 'components'], 'BASE_TYPE_BAD_LENGTH'],
    ['a custom id of 101', { components: [row(button(x(101)))] }, ['components', '0', 'components', '0', 'custom_id'], 'BASE_TYPE_BAD_LENGTH'],
    ['a custom id twice', { components: [row(button('a'), button('a'))] }, ['components', '0', 'components', '1', 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['a button without custom id', { components: [row({ type: 2, style: 1, label: 'a' })] }, ['components', '0', 'components', '0', 'custom_id'], 'BASE_TYPE_REQUIRED'],
    ['a label of 81 on a button', { components: [row(button('a', { label: x(81) }))] }, ['components', '0', 'components', '0', 'label'], 'BASE_TYPE_MAX_LENGTH'],
    ['a select without options', { components: [row(select(0))] }, ['components', '0', 'components', '0', 'options'], 'BASE_TYPE_BAD_LENGTH'],
    ['26 options', { components: [row(select(26))] }, ['components', '0', 'components', '0', 'options'], 'BASE_TYPE_BAD_LENGTH'],
    ['an option label of 101', { components: [row(select(0, { options: [{ label: x(101), value: 'v' }] }))] }, ['components', '0', 'components', '0', 'options', '0', 'label'], 'BASE_TYPE_BAD_LENGTH'],
    ['a select beside a button', { components: [row(select(1), button('a'))] }, ['components', '0', 'components', '1'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ['version 2 components without the flag', { components: [{ type: 10, content: 'Plan' }] }, ['components', '0', 'type'], 'UNION_TYPE_CHOICES'],
    ['content beside version 2', { flags: 1 << 15, content: 'x', components: [{ type: 10, content: 'Plan' }] }, ['content'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ['41 components', { flags: 1 << 15, components: Array.from({ length: 41 }, () => ({ type: 10, content: 'x' })) }, ['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
    ['a list where an object belongs', { embeds: ['x'] }, ['embeds', '0'], 'DICT_TYPE_CONVERT'],
    ['mentions allowed twice over', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }, ['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ['a reply to nothing', { content: 'x', message_reference: { message_id: '1' } }, ['message_reference'], 'REPLIES_UNKNOWN_MESSAGE'],
  ])('refuse %s', async (_, body, path, code) => {
    const { status, json } = await rest(sandbox, 'POST', messages, body);
    expect({ status, code: json.code }).toEqual({ status: 400, code: 50035 });
    expect(json.errors).toHaveProperty(path, { _errors: [expect.objectContaining({ code })] });
  });

  it('refuse an empty message', async () => {
    expect(await rest(sandbox, 'POST', messages, { content: '  ' })).toMatchObject({ status: 400, json: { code: 50006 } });
  });

  it('refuse an attachment above 10 MiB', async () => {
    const form = new FormData();
    form.set('payload_json', '{"content": "log"}');
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'large.bin');
    const response = await fetch(`${sandbox.restUrl}/v10${messages}`, { method: 'POST', headers: { authorization: `Bot ${TOKEN}` }, body: form });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 40005 });
  });

  it('hold for a thread too', async () => {
    const { json: message } = await rest(sandbox, 'POST', messages, { content: 'lobby' });
    const threads = `${messages}/${message.id}/threads`;
    expect(await rest(sandbox, 'POST', threads, { name: '' })).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(await rest(sandbox, 'POST', threads, { name: x(101) })).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(await rest(sandbox, 'POST', threads, { name: 'Apply', auto_archive_duration: 61 })).toMatchObject({
      json: { errors: { auto_archive_duration: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
    });
    expect(await rest(sandbox, 'POST', threads, { name: 'Apply' })).toMatchObject({ status: 201, json: { id: message.id } });
    expect(await rest(sandbox, 'POST', threads, { name: 'Apply' })).toMatchObject({ status: 400, json: { code: 160004 } });
  });
});

describe('the limits of a command', () => {
  let sandbox: SandboxDiscord;
  beforeAll(async () => void (sandbox = await startForTest({ rateLimits: false })));
  afterAll(() => sandbox.close());
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
  const command = (more: object) => ({ name: 'deploy', description: 'd', ...more });
  const long = Array.from({ length: 20 }, (_, index) => option(`o${index}`, { choices: Array.from({ length: 5 }, (_, c) => ({ name: `${c}${x(90)}`, value: 'v' })) }));

  it.each<[string, object, string[], string]>([
    ['an upper-case name', command({ name: 'Deploy' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a space', command({ name: 'de ploy' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name of 33', command({ name: x(33) }), ['name'], 'BASE_TYPE_BAD_LENGTH'],
    ['no description', command({ description: '' }), ['description'], 'BASE_TYPE_BAD_LENGTH'],
    ['a description of 101', command({ description: x(101) }), ['description'], 'BASE_TYPE_BAD_LENGTH'],
    ['26 options', command({ options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) }), ['options'], 'BASE_TYPE_MAX_LENGTH'],
    ['26 choices', command({ options: [option('a', { choices: Array.from({ length: 26 }, (_, c) => ({ name: `${c}`, value: `${c}` })) })] }), ['options', '0', 'choices'], 'BASE_TYPE_MAX_LENGTH'],
    ['a required option after another', command({ options: [option('a'), option('b', { required: true })] }), ['options', '1'], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ['an option twice', command({ options: [option('a'), option('a')] }), ['options', '1', 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
    ['8,000 characters exceeded', command({ options: long }), [], 'APPLICATION_COMMAND_TOO_LARGE'],
  ])('refuse %s', async (_, body, path, code) => {
    const { status, json } = await rest(sandbox, 'POST', commands, body);
    expect({ status, code: json.code }).toEqual({ status: 400, code: 50035 });
    expect(json.errors).toHaveProperty([...path, '_errors', '0', 'code'], code);
  });

  it('keeps the id of a command that is registered again, and forgets those left out', async () => {
    const first = await rest(sandbox, 'PUT', commands, [command({}), command({ name: 'old' })]);
    const again = await rest(sandbox, 'PUT', commands, [command({ description: 'new' })]);
    expect(again.json).toEqual([expect.objectContaining({ id: (first.json as unknown as { id: string }[])[0]?.id, description: 'new' })]);
  });
});
