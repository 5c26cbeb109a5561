import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Client, REST } from 'discord.js';

const CALLBACK = /^\/interactions\/[^/]+\/[^/]+\/callback$/;

/**
 * Answers interactions side by side. discord.js sends all first answers one after another, as if they shared a limit, although
 * Discord has none for them: whoever pressed last would wait for everybody who pressed before.
 */
@Injectable()
export class ParallelCallbacks implements OnModuleInit {
  constructor(private readonly client: Client) {}

  onModuleInit(): void {
    const { rest } = this.client;
    const post = rest.post.bind(rest);
    // Its queue belongs to an instance, so each answer has one of its own; nothing in it outlives the request.
    rest.post = (route, options) => (CALLBACK.test(route) ? new REST({ ...rest.options, handlerSweepInterval: 0, hashSweepInterval: 0 }).post(route, options) : post(route, options));
  }
}
