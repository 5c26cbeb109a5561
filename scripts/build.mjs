// `npm run build`: what `npm start` does before it starts.
import { build, install } from './toolchain.mjs';

install();
build();
