import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What plugins import, wherever their folder stands: the engine's own, so that its `field` knows its own fields. */
const PLUGIN_MODULE = 'cloud-engine/plugin';

// For the whole process, so it belongs to where a process begins: this file is imported there, for its effect.
registerHooks({
  resolve: (specifier, context, next) => next(specifier === PLUGIN_MODULE ? pathToFileURL(join(__dirname, 'modules', 'providers', 'plugin.js')).href : specifier, context),
});
