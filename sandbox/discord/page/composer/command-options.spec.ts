import type { APIApplicationCommand } from 'discord.js';
import { commandOptions, readOption, readOptions, type CommandOption } from './command-options';
import { matchCommands } from './match-commands';
import { filterSuggestions, suggestionsFor } from './suggestions';

const text = { type: 3, name: 'reason', description: '', min_length: 3, max_length: 10 } as CommandOption;
const whole = { type: 4, name: 'limit', description: '', required: true, min_value: 1, max_value: 100 } as CommandOption;
const level = { type: 3, name: 'level', description: '', choices: [{ name: 'Deploy', value: 'DEPLOY' }] } as CommandOption;
const state = {
  personas: [{ id: '7', name: 'developer', displayName: 'Dev', about: 'may deploy', permissions: '0', avatarColor: '#fff' }],
  channels: [{ id: '9', name: 'deployments', kind: 'text' as const }],
  guild: { id: '5', name: 'Acme', roles: [{ id: '6', name: 'Ops' }] },
};

describe('the options of a command', () => {
  it('come with the required ones first', () => {
    expect(commandOptions({ options: [text, whole] } as APIApplicationCommand).map(({ name }) => name)).toEqual(['limit', 'reason']);
  });

  it.each([
    [text, 'why not', { value: 'why not' }],
    [text, '  ', undefined],
    [text, 'a', { error: 'Must be at least 3 characters long.' }],
    [text, 'a much too long one', { error: 'Must be at most 10 characters long.' }],
    [whole, '', { error: 'This option is required.' }],
    [whole, '12', { value: 12 }],
    [whole, '1.5', { error: 'Must be a whole number.' }],
    [whole, 'ten', { error: 'Must be a whole number.' }],
    [whole, '0', { error: 'Must be 1 or more.' }],
    [whole, '101', { error: 'Must be 100 or less.' }],
    [level, 'deploy', { value: 'DEPLOY' }],
    [level, 'root', { error: 'Choose one of the options.' }],
    [{ type: 5, name: 'all', description: '' }, 'true', { value: true }],
    [{ type: 6, name: 'who', description: '' }, '@dev', { value: '7' }],
    [{ type: 6, name: 'who', description: '' }, 'nobody', { error: 'Choose one of the options.' }],
    [{ type: 7, name: 'where', description: '' }, '#deployments', { value: '9' }],
  ])('%j reads %j', (option, typed, reading) => {
    expect(readOption(option, { text: typed }, suggestionsFor(option, state))).toEqual(reading);
  });

  it('take the value behind a picked name', () => {
    expect(readOption(text, { text: 'web (dev)', picked: { name: 'web (dev)', value: 'dep_1' } }, [])).toEqual({ value: 'dep_1' });
  });

  it('are read together, the missing ones by name', () => {
    const readings = readOptions([whole, text], new Map([['reason', { text: 'because' }]]), () => []);
    expect(readings.values).toEqual({ reason: 'because' });
    expect([...readings.errors.keys()]).toEqual(['limit']);
  });

  it('suggest what contains the typed text', () => {
    const names = (typed: string) =>
      filterSuggestions(
        [
          { name: 'True', value: true },
          { name: 'False', value: false },
        ],
        typed,
      ).map(({ name }) => name);
    expect(names('')).toEqual(['True', 'False']);
    expect(names('fa')).toEqual(['False']);
  });
});

describe('picking a command', () => {
  const commands = ['cloud-list', 'cloud-deploy', 'redeploy'].map((name) => ({ name, description: `does ${name}` }) as APIApplicationCommand);
  const found = (typed: string) => matchCommands(commands, typed).map(({ name }) => name);

  it('puts names that begin with the text before those that contain it', () => {
    expect(found('')).toEqual(['cloud-deploy', 'cloud-list', 'redeploy']);
    expect(found('re')).toEqual(['redeploy']);
    expect(found('deploy')).toEqual(['cloud-deploy', 'redeploy']);
    expect(found('does cloud')).toEqual(['cloud-deploy', 'cloud-list']);
    expect(found('zzz')).toEqual([]);
  });
});
