import type { ProviderDefinition } from '../engine/schema';
import { google } from './google';

/** Every simulated provider. */
export const PROVIDERS: readonly ProviderDefinition[] = [google];
