import type { ProviderDefinition } from '../engine/schema';
import { aws } from './aws';
import { azurerm } from './azurerm';
import { digitalocean } from './digitalocean';
import { google } from './google';

/** Every simulated provider. */
export const PROVIDERS: readonly ProviderDefinition[] = [aws, azurerm, digitalocean, google];
