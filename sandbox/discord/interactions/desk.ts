import { randomBytes } from 'node:crypto';
import type { InteractionType } from 'discord.js';
import { alreadyAcknowledged, invalidWebhookToken, unknownInteraction, unknownWebhook } from '../limits/discord-error';
import type { PageAnswer } from '../page-api';
import type { Channel, StoredInteraction } from '../world/records';
import type { World } from '../world/world';

export const TOKEN_LIFE_MS = 15 * 60_000;

/** What a person did, ready to be told to the bot. */
export interface Press {
  type: InteractionType;
  channel: Channel;
  userId: string;
  data: object;
  metadata: Omit<StoredInteraction['metadata'], 'id'>;
  sourceMessageId?: string;
  commandName?: string;
  /** The words Discord shows when no answer comes. */
  noAnswer: string;
}

interface Waiting {
  settle: (answer: PageAnswer) => void;
  timer: NodeJS.Timeout;
}

/** Hands interactions to the bot and watches over their rules: three seconds to answer, once, and fifteen minutes after. */
export class InteractionDesk {
  private readonly byId = new Map<string, StoredInteraction>();
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly world: World,
    private readonly acknowledgeWithinMs: number,
    private readonly deliver: (interaction: StoredInteraction, data: object) => void,
  ) {
    for (const interaction of world.store.all<StoredInteraction>('interaction')) {
      // Nobody waits any more for an answer to what was pressed before a restart.
      this.byId.set(interaction.id, interaction.state === 'waiting' ? { ...interaction, state: 'dead' } : interaction);
    }
    this.forgetOld();
  }

  /** Tells the bot and resolves with its first answer, or with Discord's words when none comes in time. */
  open(press: Press): Promise<PageAnswer> {
    const id = this.world.ids.next();
    const interaction: StoredInteraction = {
      id,
      token: randomBytes(96).toString('base64url'),
      type: press.type,
      channelId: press.channel.id,
      userId: press.userId,
      createdAtMs: this.world.now(),
      state: 'waiting',
      metadata: { ...press.metadata, id } as StoredInteraction['metadata'],
      sourceMessageId: press.sourceMessageId,
      commandName: press.commandName,
    };
    this.save(interaction);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.giveUp(id, press.noAnswer), this.acknowledgeWithinMs);
      this.waiting.set(id, { settle: resolve, timer });
      this.deliver(interaction, press.data);
    });
  }

  /** The interaction to answer, or Discord's refusal: unknown, too late, or answered already. */
  toAcknowledge(id: string, token: string): StoredInteraction {
    const found = this.byId.get(id);
    if (found === undefined || found.token !== token || found.state === 'dead') throw unknownInteraction();
    if (found.state === 'answered') throw alreadyAcknowledged();
    return found;
  }

  /** Marks the interaction as answered and tells who pressed. */
  acknowledge(interaction: StoredInteraction, answer: PageAnswer): void {
    this.save({ ...interaction, state: 'answered' });
    this.settle(interaction.id, answer);
  }

  /** The answered interaction that a webhook token belongs to. */
  byToken(applicationId: string, token: string): StoredInteraction {
    const found = [...this.byId.values()].find((one) => one.token === token);
    if (found === undefined || this.world.now() - found.createdAtMs >= TOKEN_LIFE_MS) throw invalidWebhookToken();
    if (applicationId !== this.world.directory.botId || found.state !== 'answered') throw unknownWebhook();
    return found;
  }

  find(id: string): StoredInteraction | undefined {
    return this.byId.get(id);
  }

  /** A modal that was submitted and answered is closed. */
  closeModal(id: string): void {
    const opener = this.byId.get(id);
    if (opener === undefined) return;
    this.save({ ...opener, modal: undefined });
  }

  save(interaction: StoredInteraction): void {
    this.byId.set(interaction.id, interaction);
    this.world.store.put('interaction', interaction.id, interaction);
  }

  /** Forgets interactions whose token has long been dead. */
  forgetOld(): void {
    for (const one of this.byId.values()) {
      if (this.world.now() - one.createdAtMs < 2 * TOKEN_LIFE_MS || this.waiting.has(one.id)) continue;
      this.byId.delete(one.id);
      this.world.store.remove('interaction', one.id);
    }
  }

  close(): void {
    for (const id of this.waiting.keys()) this.settle(id, { outcome: 'failed', reason: 'The sandbox was stopped' });
  }

  private giveUp(id: string, reason: string): void {
    const interaction = this.byId.get(id);
    if (interaction !== undefined) this.save({ ...interaction, state: 'dead' });
    this.settle(id, { outcome: 'failed', reason });
  }

  private settle(id: string, answer: PageAnswer): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(id);
    waiting.settle(answer);
  }
}
