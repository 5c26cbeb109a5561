// `npm run render -- --out DIR [provider]`: every kind's example and every blueprint as Terraform configuration.
import { join } from 'node:path';
import { become, build, install, root } from './toolchain.mjs';

install();
build();
become(join(root, 'dist', 'src', 'render.js'), process.argv.slice(2));
