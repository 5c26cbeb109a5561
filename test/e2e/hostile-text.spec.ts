import { textOf } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

const HOSTILE = {
  'a Terraform expression': '${file("/etc/passwd")}',
  'a Terraform directive': '%{ for x in [1] }x%{ endfor }',
  quotes: `"'\`}]`,
  'a new line': 'one\ntwo',
  '300 characters': 'x'.repeat(300),
  'a change of direction': 'abc\u202Etxt.exe',
  markdown: '**@everyone** [click](http://example.com) ```',
};

/** Every text field of every kind that a form asks. */
const FIELDS = { vpc: ['name', 'ranges'], compute_vm: ['name', 'size'], storage_bucket: ['name'] } as const;

describe('hostile text', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('fortress');
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  describe.each(Object.entries(HOSTILE))('%s', (_what, text) => {
    it.each(Object.entries(FIELDS).flatMap(([kind, fields]) => fields.map((field) => [kind, field] as const)))('in %s, field %s, is refused with a reason', async (kind, field) => {
      const dev = world.person('developer');
      const lobby = await Lobby.open(dev, 'fortress');
      const picker = (await dev.press(await lobby.message(), 'Add Resource')).message;
      const form = (await dev.choose(picker, 'Choose what to add', [kind])).modal;
      // Forged, since no client lets a text be longer than its field or have lines.
      const sent = await dev.post({ persona: dev.personaId, channelId: form.channelId, kind: 'modal', modalId: form.modalId, values: { name: 'fine', [field]: text }, forged: true });
      if (sent.outcome === 'answered') expect(textOf(await lobby.changed(picker))).toContain('RESOURCE.INVALID_ARGUMENT');
      else expect(sent).toMatchObject({ outcome: 'failed' });
      expect(await lobby.text()).toContain('📝 Draft');
      expect(await lobby.text()).toContain('None yet.');
    });
  });

  it('in names of projects and deployments is refused, and mentions nobody', async () => {
    const ada = world.person('administrator');
    for (const text of Object.values(HOSTILE)) {
      const sent = await ada.post({ persona: ada.personaId, channelId: ada.channelId, kind: 'command', name: 'cloud-create-project', options: { name: text, environment: 'dev', providers: 'gcp' } });
      const answer = sent.outcome === 'answered' && sent.messageId ? await ada.message(ada.channelId, sent.messageId) : undefined;
      if (answer) expect(textOf(answer)).toMatch(/is not a project name/);
      const deploy = await ada.post({ persona: ada.personaId, channelId: ada.channelId, kind: 'command', name: 'cloud-deploy', options: { project: 'fortress', provider: 'gcp', name: text } });
      const refused = deploy.outcome === 'answered' && deploy.messageId ? await ada.message(ada.channelId, deploy.messageId) : undefined;
      if (refused) expect(textOf(refused)).toMatch(/A deployment’s name is/);
    }
    expect((await ada.messages()).every(({ mention_everyone: everyone }) => !everyone)).toBe(true);
  });
});
