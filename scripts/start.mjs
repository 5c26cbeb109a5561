// `npm start`: installs and builds what is missing, then starts the production bot where there is a token, else the sandbox.
import { join } from 'node:path';
import { become, build, install, root } from './toolchain.mjs';

install();
build();
const production = Boolean(process.env.DISCORD_TOKEN || process.env.DISCORD_TOKEN_FILE || process.env.ROLE === 'worker');
become(join(root, 'dist', production ? 'src' : 'sandbox', 'main.js'));
