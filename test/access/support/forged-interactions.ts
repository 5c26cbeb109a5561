import { randomInt } from 'node:crypto';
import type { APIEmbed, Client } from 'discord.js';

/** Where somebody acts, and as whom: what Discord itself would say of them. */
export interface Presence {
  readonly userId: string;
  /** Absent: in a direct message. */
  readonly guildId?: string;
  readonly roleIds?: readonly string[];
  readonly isManager?: boolean;
}

/** What is pressed, chosen, submitted or typed: a custom id or a command with its options. */
export type Control =
  | { readonly kind: 'button'; readonly customId: string }
  | { readonly kind: 'select'; readonly customId: string; readonly values: readonly string[] }
  | { readonly kind: 'modal'; readonly customId: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, string | number>>; readonly types?: Readonly<Record<string, number>> }
  | { readonly kind: 'autocomplete'; readonly name: string; readonly options: Readonly<Record<string, string>>; readonly focused: string };

/** What a person got to see. */
export interface Answer {
  /** The code of the refusal; undefined: it was not refused. */
  readonly code?: string;
  /** Everything that was sent, as text. */
  readonly text: string;
}

const MANAGE_GUILD = String(1 << 5);
const CHANNEL = '1196483105884348466';
/** From when Discord's ids count their time. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/**
 * Interactions as Discord's gateway would bring them, straight into the real client: real handlers, real custom ids, real
 * permissions. Only the answers are caught here instead of being sent.
 */
export class ForgedInteractions {
  private readonly answers = new Map<string, unknown[]>();
  private readonly waiting = new Map<string, () => void>();
  private next = 1;

  constructor(private readonly client: Client, private readonly applicationId: string) {
    const { rest } = client;
    const [post, patch, remove] = [rest.post.bind(rest), rest.patch.bind(rest), rest.delete.bind(rest)];
    rest.post = (route, options) => this.caught(route, options?.body) ?? post(route, options);
    rest.patch = (route, options) => this.caught(route, options?.body) ?? patch(route, options);
    // A deferral for everybody that is taken back.
    rest.delete = (route, options) => (route.includes('/forged-') ? Promise.resolve(undefined) : remove(route, options));
  }

  /** Does it, and waits for the answer. */
  async act(presence: Presence, control: Control): Promise<Answer> {
    const token = `forged-${(this.next += 1)}`;
    const payload = { ...this.envelope(presence, token), ...dataOf(control) };
    const told = new Promise<void>((resolve) => this.waiting.set(token, resolve));
    (this.client as unknown as { actions: { InteractionCreate: { handle(data: object): void } } }).actions.InteractionCreate.handle(payload);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([told, new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`No answer to ${JSON.stringify(control)}`)), 10_000)))]);
    clearTimeout(timer);
    const sent = this.answers.get(token) ?? [];
    this.answers.delete(token);
    this.waiting.delete(token);
    const text = JSON.stringify(sent);
    const code = sent.flatMap((body) => embedsOf(body)).map(({ footer }) => footer?.text ?? '').find((words) => /^[A-Z]+\.[A-Z_.]+$/.test(words));
    return { text, ...(code !== undefined && { code }) };
  }

  private caught(route: string, body: unknown): Promise<unknown> | undefined {
    const token = /(forged-\d+)/.exec(route)?.[1];
    if (!token) return undefined;
    this.answers.set(token, [...(this.answers.get(token) ?? []), body]);
    // A deferral is no answer yet; what follows it is.
    const type = (body as { type?: number } | undefined)?.type;
    if (!(route.endsWith('/callback') && (type === 5 || type === 6))) this.waiting.get(token)?.();
    const message = { id: '1', channel_id: CHANNEL, author: { id: this.applicationId, username: 'x', discriminator: '0', avatar: null }, content: '', embeds: [], attachments: [], mentions: [], mention_roles: [], timestamp: new Date(0).toISOString(), edited_timestamp: null, tts: false, mention_everyone: false, pinned: false, type: 0, components: [] };
    return Promise.resolve(route.endsWith('/callback') ? { interaction: { id: '1', type: 2 }, resource: { type: 4, message } } : message);
  }

  private envelope({ userId, guildId, roleIds = [], isManager = false }: Presence, token: string): object {
    const user = { id: userId, username: `u${userId}`, discriminator: '0', avatar: null, global_name: null };
    return {
      id: String(((BigInt(Date.now()) - DISCORD_EPOCH_MS) << 22n) + BigInt(this.next)), application_id: this.applicationId, token, version: 1, locale: 'en-US', entitlements: [], authorizing_integration_owners: {},
      channel_id: CHANNEL, channel: { id: CHANNEL, type: guildId ? 0 : 1, permissions: '0' }, attachment_size_limit: 1,
      ...(guildId
        ? { guild_id: guildId, member: { user, roles: roleIds, permissions: isManager ? MANAGE_GUILD : '0', joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 } }
        : { user }),
    };
  }
}

function dataOf(control: Control): object {
  const message = { id: String(randomInt(1, 1_000_000)), channel_id: CHANNEL, author: { id: '1', username: 'x', discriminator: '0', avatar: null }, content: '', embeds: [], attachments: [], mentions: [], mention_roles: [], timestamp: new Date(0).toISOString(), edited_timestamp: null, tts: false, mention_everyone: false, pinned: false, type: 0, components: [], flags: 64 };
  switch (control.kind) {
    case 'button':
      return { type: 3, message, data: { component_type: 2, custom_id: control.customId } };
    case 'select':
      return { type: 3, message, data: { component_type: 3, custom_id: control.customId, values: control.values } };
    case 'modal':
      return { type: 5, message, data: { custom_id: control.customId, components: Object.entries(control.fields).map(([name, value]) => ({ type: 18, component: { type: 4, custom_id: name, value } })) } };
    case 'command':
      return { type: 2, data: { id: '1', type: 1, name: control.name, options: Object.entries(control.options).map(([name, value]) => ({ name, value, type: control.types?.[name] ?? (typeof value === 'number' ? 4 : 3) })), resolved: resolved(control.options, control.types ?? {}) } };
    case 'autocomplete':
      return { type: 4, data: { id: '1', type: 1, name: control.name, options: Object.entries(control.options).map(([name, value]) => ({ name, value, type: 3, ...(name === control.focused && { focused: true }) })) } };
  }
}

// Members that Discord resolves for a mentionable or a user option.
function resolved(options: Readonly<Record<string, string | number>>, types: Readonly<Record<string, number>>): object {
  const ids = Object.entries(types).filter(([, type]) => type === 9 || type === 6).map(([name]) => String(options[name]));
  return {
    users: Object.fromEntries(ids.map((id) => [id, { id, username: `u${id}`, discriminator: '0', avatar: null }])),
    members: Object.fromEntries(ids.map((id) => [id, { roles: [], permissions: '0', joined_at: new Date(0).toISOString(), flags: 0 }])),
  };
}

function embedsOf(body: unknown): APIEmbed[] {
  const { embeds, data } = (body ?? {}) as { embeds?: APIEmbed[]; data?: { embeds?: APIEmbed[] } };
  return [...(embeds ?? []), ...(data?.embeds ?? [])];
}

