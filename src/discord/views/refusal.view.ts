import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { Failure, SessionId } from '../../shared';
import { routeTo } from '../routes';
import { sentence } from './text';

const AMBER = 0xf0b232;
const RED = 0xda373c;

/** What was refused, why, and what to do next. */
export function refusal(failure: Failure): { embeds: APIEmbed[] } {
  return { embeds: [{ color: AMBER, description: sentence(failure.message, 3_500), footer: { text: failure.code } }] };
}

/** Does what a refusal of an outdated plan advises. */
export function planAgain(session: SessionId): { components: APIActionRowComponent<APIButtonComponent>[] } {
  return { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Plan again', custom_id: routeTo.refresh(session) }] }] };
}

/** Something broke on our side. */
export function unexpected(reference: string): { embeds: APIEmbed[] } {
  return { embeds: [{ color: RED, description: `Something broke on our side. Try again; if it stays, give the reference \`${reference}\` to whoever runs Cloud Engine.` }] };
}

/** To a server that the operator has not named. */
export function notServed(guildId: string): { content: string } {
  return { content: `This Cloud Engine does not work for this server. Whoever runs it has to add \`${guildId}\` to \`DISCORD_GUILD_IDS\` and start it again.` };
}
