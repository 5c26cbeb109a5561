import { PermissionFlagsBits as P } from 'discord.js';
import type { SandboxDiscord } from './server';
import { ADA, DEPLOYMENTS, DEV, person, rest, startForTest } from './test-support/bot';

describe('what people do in Discord', () => {
  let sandbox: SandboxDiscord;
  beforeEach(async () => void (sandbox = await startForTest({ rateLimits: false })));
  afterEach(() => sandbox.close());

  const messages = `/channels/${DEPLOYMENTS}/messages`;
  const post = async (path = messages): Promise<string> => (await rest(sandbox, 'POST', path, { content: 'x' })).json.id;

  it('shows the bot that a message, a thread or a channel is gone', async () => {
    const id = await post();
    const thread = (await rest(sandbox, 'POST', `${messages}/${id}/threads`, { name: 'Apply' })).json.id;
    sandbox.controls.deleteChannel(thread);
    expect(await rest(sandbox, 'POST', `/channels/${thread}/messages`, { content: 'x' })).toMatchObject({ status: 404, json: { code: 10003 } });
    sandbox.controls.deleteMessage(id);
    expect(await rest(sandbox, 'PATCH', `${messages}/${id}`, { content: 'y' })).toMatchObject({ status: 404, json: { code: 10008 } });
    sandbox.controls.deleteChannel(DEPLOYMENTS);
    expect(await rest(sandbox, 'POST', messages, { content: 'x' })).toMatchObject({ status: 404, json: { code: 10003 } });
    expect((await person(sandbox, ADA).channels()).map(({ id: channel }) => channel)).not.toContain(DEPLOYMENTS);
  });

  it('lets a thread be archived, woken by a message, and locked against it', async () => {
    const id = await post();
    const thread = (await rest(sandbox, 'POST', `${messages}/${id}/threads`, { name: 'Apply' })).json.id;
    const line = await post(`/channels/${thread}/messages`);
    sandbox.controls.archiveThread(thread);
    expect(await rest(sandbox, 'PATCH', `/channels/${thread}/messages/${line}`, { content: 'y' })).toMatchObject({ status: 400, json: { code: 50083 } });
    expect((await rest(sandbox, 'PATCH', `/channels/${thread}`, { archived: false })).status).toBe(200);
    sandbox.controls.archiveThread(thread, { locked: true });
    expect(await rest(sandbox, 'POST', `/channels/${thread}/messages`, { content: 'x' })).toMatchObject({ status: 400, json: { code: 50083 } });
  });

  it('takes permissions away from the bot, and gives them back', async () => {
    sandbox.controls.denyBot(DEPLOYMENTS, P.SendMessages);
    expect(await rest(sandbox, 'POST', messages, { content: 'x' })).toMatchObject({ status: 403, json: { code: 50013 } });
    sandbox.controls.denyBot(DEPLOYMENTS, P.ViewChannel);
    expect(await rest(sandbox, 'POST', messages, { content: 'x' })).toMatchObject({ status: 403, json: { code: 50001 } });
    sandbox.controls.denyBot(DEPLOYMENTS, 0n);
    expect((await rest(sandbox, 'POST', messages, { content: 'x' })).status).toBe(200);
  });

  it('has direct messages, which nobody else sees and which may be refused', async () => {
    const direct = await rest(sandbox, 'POST', '/users/@me/channels', { recipient_id: DEV });
    expect(direct.json).toMatchObject({ type: 1, recipients: [{ id: DEV }] });
    await post(`/channels/${direct.json.id}/messages`);
    expect((await rest(sandbox, 'POST', '/users/@me/channels', { recipient_id: DEV })).json.id).toBe(direct.json.id);
    expect((await person(sandbox, DEV).directMessages()).map(({ content }) => content)).toEqual(['x']);
    expect((await person(sandbox, ADA).channels()).some(({ kind }) => kind === 'direct')).toBe(false);
    sandbox.controls.takesDirectMessages(DEV, false);
    expect(await rest(sandbox, 'POST', `/channels/${direct.json.id}/messages`, { content: 'x' })).toMatchObject({ status: 403, json: { code: 50007 } });
  });

  it('misbehaves as long as it is told to', async () => {
    sandbox.faults.refuse({ status: 403, code: 50013 }, { method: 'POST', path: /messages$/ });
    for (let time = 0; time < 3; time += 1) expect(await rest(sandbox, 'POST', messages, { content: 'x' })).toMatchObject({ status: 403, json: { code: 50013 } });
    sandbox.faults.clear();
    sandbox.faults.outage();
    expect((await rest(sandbox, 'GET', '/users/@me')).status).toBe(503);
    sandbox.faults.clear();
    expect((await rest(sandbox, 'GET', '/users/@me')).status).toBe(200);
    expect(sandbox.faults.requests.filter(({ path }) => path === messages)).toHaveLength(3);
  });
});
