// `npm run check-schemas -- FILE`: holds what we render and simulate against `terraform providers schema -json`.
import { join } from 'node:path';
import { become, build, install, root } from './toolchain.mjs';

install();
build();
become(join(root, 'dist', 'sandbox', 'cloud', 'check-schemas.js'), process.argv.slice(2));
