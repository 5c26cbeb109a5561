import type { PageChannel, PageEvent, PageMessage, PageModal, PageState, Persona } from '../../page-api';
import { fetchMessages, fetchState } from './api';
import { ChannelLogs } from './channel-logs';
import { LiveEvents } from './live-events';
import { existingPlace, placeInAddress, putInAddress, type Place } from './place';
import { remember, remembered } from './preferences';

export type Connection = 'connecting' | 'live' | 'away';

const narrowPage = '(max-width: 900px)';

/** What the page knows and where it stands. Whoever draws it listens for `change`. */
export class PageSession extends EventTarget {
  state: PageState | undefined;
  connection: Connection = 'connecting';
  place: Place | undefined = placeInAddress();
  modal: PageModal | undefined;
  hintDismissed = false;
  readonly unread = new Set<string>();
  /** Component pressed and not answered yet, and what the last press of a message failed with: by message id. */
  readonly pressed = new Map<string, string>();
  readonly failures = new Map<string, string>();
  private readonly logs = new ChannelLogs();
  private readonly touched = new Set<string>();
  private personaId = remembered('persona') ?? '';
  private live: LiveEvents | undefined;

  get persona(): Persona | undefined {
    const personas = this.state?.personas ?? [];
    return personas.find(({ id }) => id === this.personaId) ?? personas.find(({ name }) => name === 'developer') ?? personas[0];
  }

  get channel(): PageChannel | undefined {
    return this.channelOf(this.place?.channelId);
  }

  get thread(): PageChannel | undefined {
    return this.channelOf(this.place?.threadId);
  }

  /** Absent while they are being read. */
  messagesIn(channelId: string): PageMessage[] | undefined {
    return this.logs.of(channelId);
  }

  async start(): Promise<void> {
    try {
      // A remembered persona may be gone: the server may have been seeded anew.
      this.state = await fetchState(this.personaId).catch(() => fetchState());
      if (this.persona && this.persona.id !== this.personaId) this.state = await fetchState(this.persona.id);
    } catch {
      this.connection = 'away';
      this.changed();
      window.setTimeout(() => void this.start(), 2_000);
      return;
    }
    this.personaId = this.persona?.id ?? '';
    this.listen();
    await this.reload();
  }

  async actAs(personaId: string): Promise<void> {
    if (personaId === this.personaId) return;
    remember('persona', personaId);
    this.personaId = personaId;
    this.modal = undefined;
    this.logs.clear();
    for (const kept of [this.unread, this.pressed, this.failures, this.touched]) kept.clear();
    this.listen();
    await this.reload();
  }

  open(channelId: string): void {
    const channel = this.channelOf(channelId);
    if (channel?.kind === 'thread' && channel.parentId) this.go({ channelId: channel.parentId, threadId: channelId });
    else this.go({ channelId });
  }

  closeThread(): void {
    if (this.place) this.go({ channelId: this.place.channelId });
  }

  dismiss(messageId: string): void {
    this.logs.dismiss(messageId);
    this.changed();
  }

  /** A thread that starts on a message that this person pressed something on opens by itself. */
  touch(messageId: string): void {
    this.touched.add(messageId);
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  private go(place: Place): void {
    this.place = place;
    putInAddress(place);
    for (const id of this.shown()) {
      this.unread.delete(id);
      if (!this.logs.of(id)) void this.read(id);
    }
    this.changed();
  }

  private shown(): string[] {
    return [this.place?.channelId, this.place?.threadId].filter((id) => id !== undefined);
  }

  private channelOf(id: string | undefined): PageChannel | undefined {
    return this.state?.channels.find((channel) => channel.id === id);
  }

  private listen(): void {
    this.live?.close();
    this.live = new LiveEvents(this.personaId, {
      opened: () => {
        this.connection = 'live';
        void this.reload();
      },
      received: (event) => this.receive(event),
      lost: () => {
        this.connection = 'away';
        this.changed();
      },
    });
  }

  private async reload(): Promise<void> {
    const persona = this.personaId;
    try {
      const state = await fetchState(persona);
      if (persona !== this.personaId) return;
      this.state = state;
      this.place = existingPlace(this.state, this.place);
      this.logs.keepOnly(this.shown());
      this.changed();
      await Promise.all(this.shown().map((id) => this.read(id)));
    } catch {
      // The server went away again; the live connection tells when it is back.
    }
  }

  private async read(channelId: string): Promise<void> {
    const persona = this.personaId;
    try {
      await this.logs.load(channelId, () => fetchMessages(persona, channelId));
    } catch {
      this.connection = 'away';
    }
    this.changed();
  }

  private receive(event: PageEvent): void {
    if (!this.state) return;
    if (event.event === 'message' || event.event === 'message-deleted') this.logs.receive(event);
    if (event.event === 'message') this.noticeMessage(event.channelId, event.message);
    if (event.event === 'channel') this.noticeChannel(event.channel);
    if (event.event === 'channel-deleted') this.leave(event.channelId);
    if (event.event === 'commands') this.state = { ...this.state, commands: event.commands };
    if (event.event === 'application') this.state = { ...this.state, application: { ...this.state.application, online: event.online } };
    this.changed();
  }

  private noticeMessage(channelId: string, message: PageMessage): void {
    this.failures.delete(message.id);
    if (!this.shown().includes(channelId) && message.author.id !== this.personaId) this.unread.add(channelId);
  }

  private leave(channelId: string): void {
    if (!this.state) return;
    this.state = { ...this.state, channels: this.state.channels.filter(({ id, parentId }) => id !== channelId && parentId !== channelId) };
    const place = existingPlace(this.state, this.place);
    if (place && this.shown().includes(channelId)) this.go(place);
  }

  private noticeChannel(channel: PageChannel): void {
    const channels = this.state?.channels ?? [];
    const known = channels.findIndex(({ id }) => id === channel.id);
    if (this.state) this.state = { ...this.state, channels: known < 0 ? [...channels, channel] : channels.with(known, channel) };
    if (known < 0 && this.touched.has(channel.id) && !this.place?.threadId && !matchMedia(narrowPage).matches) this.open(channel.id);
  }
}
