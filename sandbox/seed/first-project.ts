import { defaultSeed } from '../discord/default-seed';
import { SandboxPerson } from '../discord/test-client';

const PROJECT = 'playground';

/** A project to try, made once and with the real commands: Ada creates it and lets Dev deploy there. Answers its name. */
export async function seedFirstProject(pageUrl: string): Promise<string> {
  const [administrator, developer] = ['administrator', 'developer'].map((name) => defaultSeed.personas.find((persona) => persona.name === name));
  const channel = defaultSeed.channels.find(({ name }) => name === 'general');
  if (!administrator || !developer || !channel) throw new Error('The sandbox has no administrator, developer or #general');
  const ada = new SandboxPerson(pageUrl, administrator.id, channel.id);
  await commandsOf(ada);
  const projects = await ada.autocomplete('cloud-deploy', { project: PROJECT, provider: '' }, 'project');
  if (projects.length === 0) {
    const asked = { name: PROJECT, environment: 'dev' };
    const providers = await ada.autocomplete('cloud-create-project', { ...asked, providers: '' }, 'providers');
    await ada.slash('cloud-create-project', { ...asked, providers: providers.map(({ value }) => value).join(',') });
  }
  // A grant ends after 30 days at most, so each start gives a new one.
  await ada.slash('cloud-grant', { 'member-or-role': developer.id, project: PROJECT, level: 'DEPLOY', duration: '30d', reason: 'Trying out the sandbox' });
  return PROJECT;
}

/** The bot registers its commands a moment after it is connected. */
async function commandsOf(person: SandboxPerson): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await person.commands()).some(({ name }) => name === 'cloud-grant')) {
    if (Date.now() > deadline) throw new Error('The bot has not registered its commands within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
