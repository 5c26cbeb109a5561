import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Blueprint } from './domain/blueprint';
import type { CloudProvider } from './domain/cloud-provider';
import { blueprintFaults, isBlueprint, isProvider, isResource, providerFaults, resourceFaults } from './domain/plugin-contract';
import type { ResourceDefinition } from './domain/resource-definition';

/** A plugin that does not fit. It stops the start: its message names the file and everything that is wrong with it. */
export class PluginError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(`The plugin ${file} does not fit:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'PluginError';
  }
}

/** A plugin and the file it came from. */
export interface Loaded<T> {
  readonly file: string;
  readonly plugin: T;
}

export interface LoadedPlugins {
  readonly providers: readonly Loaded<CloudProvider>[];
  readonly blueprints: readonly Loaded<Blueprint>[];
  readonly resources: readonly (Loaded<ResourceDefinition> & { readonly provider: string })[];
}

const PLUGIN_FILE = /\.(provider|resource|blueprint)\.(js|ts|mjs|mts)$/;
const load = createRequire(__filename);

/** The folder of a plugin directory where blueprints stand. */
const BLUEPRINTS = 'blueprints';

/**
 * Loads every plugin of these directories. Each holds one folder per provider, of the provider's name, with
 * `<name>.provider` and `<kind>.resource` files in it; a folder without a provider file adds kinds to that provider.
 * The folder `blueprints` holds `<name>.blueprint` files.
 * @throws PluginError
 */
export function loadPlugins(directories: readonly string[]): LoadedPlugins {
  const files = directories.flatMap(pluginFiles);
  const resources = files.filter(({ what }) => what === 'resource').flatMap(({ file, folder }) =>
    exportsOf(file, isResource, resourceFaults).map((plugin) => ({ file, plugin, provider: folder })),
  );
  const providers = files.filter(({ what }) => what === 'provider').flatMap(({ file, folder }) =>
    exportsOf(file, isProvider, providerFaults).map((plugin) => {
      if (plugin.name !== folder) throw new PluginError(file, [`name: is ${plugin.name}, but its folder is ${folder}`]);
      return { file, plugin };
    }),
  );
  const blueprints = files.filter(({ what }) => what === 'blueprint').flatMap(({ file, folder }) => {
    if (folder !== BLUEPRINTS) throw new PluginError(file, [`it must stand in a folder named ${BLUEPRINTS}`]);
    return exportsOf(file, isBlueprint, blueprintFaults).map((plugin) => ({ file, plugin }));
  });
  return { providers, resources, blueprints };
}

interface PluginFile {
  readonly file: string;
  readonly folder: string;
  readonly what: string;
}

function pluginFiles(directory: string): readonly PluginFile[] {
  const entries = readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const astray = entries.find((entry) => entry.isFile() && PLUGIN_FILE.test(entry.name));
  if (astray) throw new PluginError(join(directory, astray.name), [`it must stand in a folder named after its provider, or in ${BLUEPRINTS}`]);
  return entries.filter((entry) => entry.isDirectory()).flatMap((folder) =>
    readdirSync(join(directory, folder.name)).toSorted().flatMap((name) => {
      const what = PLUGIN_FILE.exec(name)?.[1];
      return what === undefined ? [] : [{ file: join(directory, folder.name, name), folder: folder.name, what }];
    }),
  );
}

function exportsOf<T>(file: string, fits: (candidate: unknown) => candidate is T, faultsOf: (candidate: unknown) => readonly string[]): readonly T[] {
  const exported = Object.values(requirePlugin(file));
  if (exported.length === 0) throw new PluginError(file, ['it exports nothing']);
  return exported.map((candidate) => {
    if (fits(candidate)) return candidate;
    throw new PluginError(file, faultsOf(candidate));
  });
}

function requirePlugin(file: string): object {
  try {
    const exported: unknown = load(file);
    return typeof exported === 'object' && exported !== null ? exported : {};
  } catch (error) {
    throw new PluginError(`${basename(dirname(file))}/${basename(file)}`, [`loading it throws: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
