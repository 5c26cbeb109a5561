import type { APIApplicationCommand } from 'discord.js';
import { visibleCommands } from './visible-commands';

function command(name: string, needed: string | null, type = 1): APIApplicationCommand {
  return { name, type, default_member_permissions: needed } as APIApplicationCommand;
}

describe('the commands offered to a persona', () => {
  const commands = [command('cloud-deploy', null), command('cloud-grant', '32'), command('cloud-wipe', '0'), command('Inspect', null, 2)];
  const namesFor = (permissions: string) => visibleCommands(commands, { permissions }).map(({ name }) => name);

  it('leave out what needs a permission they lack, and context menus', () => {
    expect(namesFor('2048')).toEqual(['cloud-deploy']);
    expect(namesFor('2080')).toEqual(['cloud-deploy', 'cloud-grant']);
  });

  it('are all of them for an administrator', () => {
    expect(namesFor('8')).toEqual(['cloud-deploy', 'cloud-grant', 'cloud-wipe']);
  });
});
