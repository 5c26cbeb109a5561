import { QueryBus } from '@nestjs/cqrs';
import { InteractionContextType } from 'discord.js';
import { Context, Options, SlashCommand, StringOption, type SlashCommandContext } from 'necord';
import { actorOf } from '../interaction/actor';
import { answerPrivately, refuse } from '../interaction/answer';
import { DiscordHandler } from '../interaction/discord-handler.decorator';
import { LIST_FILTERS, listSessions } from './session-filter';

class ListOptions {
  @StringOption({ name: 'filter', description: 'Which sessions; all where left out', required: false, choices: LIST_FILTERS.map((name) => ({ name, value: name })) })
  filter?: string;
}

@DiscordHandler()
export class ListSlash {
  constructor(private readonly queries: QueryBus) {}

  @SlashCommand({ name: 'cloud-list', description: 'Sessions and what became of them, newest first', contexts: [InteractionContextType.Guild] })
  async list(@Context() [interaction]: SlashCommandContext, @Options() { filter }: ListOptions): Promise<void> {
    const actor = actorOf(interaction);
    if (!actor.ok) return refuse(interaction, actor.failure);
    await answerPrivately(interaction, await listSessions(this.queries, actor.value, filter ?? 'all'));
  }
}
