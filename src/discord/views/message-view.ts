import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as Discord's API takes it: plain data, the same for a reply, a post and an edit. */
export interface MessageView {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
}
