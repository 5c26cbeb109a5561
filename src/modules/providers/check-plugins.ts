import { loadPlugins, PluginError } from './plugin-loader';
import { ProviderRegistry } from './provider-registry';

/** What is wrong with the plugins of these folders, told with the file's name; undefined where the engine can start with them. */
export function whyNotPlugins(directories: readonly string[]): string | undefined {
  try {
    new ProviderRegistry(loadPlugins([__dirname, ...directories]));
    return undefined;
  } catch (error) {
    if (error instanceof PluginError) return error.message;
    throw error;
  }
}
