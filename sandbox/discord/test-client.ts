import type { APIApplicationCommand, APIEmbed } from 'discord.js';
import { fieldsOf } from './page-server/press-modal';
import type { PageAnswer, PageChannel, PageInteraction, PageMessage, PageModal, PageState } from './page-api';
import { buttonsOf, findButton, findSelect, type SelectMenu } from './test-client-components';

export { buttonsOf, selectsOf, textOf } from './test-client-components';

type OptionValues = Record<string, string | number | boolean>;
type FormValues = Record<string, string | string[]>;

/** Discord's client refused, or the bot did not answer: with the words a person reads. */
export class InteractionFailed extends Error {}

/** A person in front of the sandbox's page: sees what they would see, and presses what they could press. */
export class SandboxPerson {
  /** `pageUrl` is the sandbox's address, `channelId` where the person writes commands. */
  constructor(
    private readonly pageUrl: string,
    readonly personaId: string,
    readonly channelId: string,
  ) {}

  /** The same person, writing somewhere else. */
  in(channelId: string): SandboxPerson {
    return new SandboxPerson(this.pageUrl, this.personaId, channelId);
  }

  state(): Promise<PageState> {
    return this.get('state');
  }

  async commands(): Promise<APIApplicationCommand[]> {
    return (await this.state()).commands;
  }

  async channels(): Promise<PageChannel[]> {
    return (await this.state()).channels;
  }

  /** Types a slash command. Answers with whatever Discord then shows; throws `InteractionFailed` when it shows a failure. */
  slash(name: string, options: OptionValues = {}): Promise<Shown> {
    return this.interact({ ...this.here(), kind: 'command', name, options });
  }

  /** Types into an option that autocompletes. */
  async autocomplete(name: string, options: OptionValues, focused: string): Promise<{ name: string; value: string | number }[]> {
    const answer = await this.post({ ...this.here(), kind: 'autocomplete', name, options, focused });
    if (answer.outcome === 'failed') throw new InteractionFailed(answer.reason);
    return answer.outcome === 'choices' ? answer.choices : [];
  }

  /** Presses a button, by the words on it or by its custom id. */
  press(message: PageMessage, labelOrCustomId: string): Promise<Shown> {
    const { custom_id: customId } = findButton(message, labelOrCustomId);
    return this.interact({ ...this.here(message), kind: 'component', messageId: message.id, customId });
  }

  /** Chooses in a select menu, by its custom id or placeholder; string options by value or label. */
  choose(message: PageMessage, customIdOrPlaceholder: string, values: string[]): Promise<Shown> {
    const menu: SelectMenu = findSelect(message, customIdOrPlaceholder);
    const chosen = values.map((value) => menu.options?.find((option) => option.label === value)?.value ?? value);
    return this.interact({ ...this.here(message), kind: 'component', messageId: message.id, customId: menu.custom_id, values: chosen });
  }

  /** Submits a modal: its fields by the words above them or by custom id. Fields left out keep what the modal filled in. */
  submit(modal: PageModal, values: FormValues): Promise<Shown> {
    const fields = fieldsOf(modal.data);
    const byId = Object.entries(values).map(([name, value]) => [fields.find((one) => one.name === name)?.field.custom_id ?? name, value] as const);
    return this.interact({
      persona: this.personaId,
      channelId: modal.channelId,
      kind: 'modal',
      modalId: modal.modalId,
      values: Object.fromEntries(byId),
    });
  }

  /** Sends what no client would send: any custom id, disabled or not there at all. */
  forge(message: PageMessage, customId: string, values?: string[]): Promise<Shown> {
    const chosen = values === undefined ? {} : { values };
    return this.interact({ ...this.here(message), kind: 'component', messageId: message.id, customId, forged: true, ...chosen });
  }

  /** All messages of a channel that this person sees, in order of posting. */
  messages(channelId = this.channelId): Promise<PageMessage[]> {
    return this.get(`channels/${channelId}/messages`);
  }

  /** What the bot has written to this person alone. */
  async directMessages(): Promise<PageMessage[]> {
    const direct = (await this.channels()).find(({ kind }) => kind === 'direct');
    return direct === undefined ? [] : this.messages(direct.id);
  }

  /** One message as it is now; undefined when it is gone or not for this person's eyes. */
  async message(channelId: string, id: string): Promise<PageMessage | undefined> {
    return (await this.messages(channelId)).find((one) => one.id === id);
  }

  /** The newest message of a channel. */
  async latest(channelId = this.channelId): Promise<PageMessage | undefined> {
    return (await this.messages(channelId)).at(-1);
  }

  /** The message as it is now. */
  async again(message: PageMessage): Promise<PageMessage> {
    const found = await this.message(message.channel_id, message.id);
    if (found === undefined) throw new Error(`The message ${message.id} is not there any more.`);
    return found;
  }

  /** The thread on a message; undefined when it has none. */
  async threadOf(message: PageMessage): Promise<PageChannel | undefined> {
    return (await this.channels()).find((channel) => channel.kind === 'thread' && channel.id === message.id);
  }

  /** Sends anything to the page's API and answers as it does, failures too. */
  post(interaction: PageInteraction): Promise<PageAnswer> {
    return this.request('interactions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(interaction) });
  }

  private here(message?: PageMessage) {
    return { persona: this.personaId, channelId: message?.channel_id ?? this.channelId };
  }

  private async interact(interaction: PageInteraction): Promise<Shown> {
    const answer = await this.post(interaction);
    if (answer.outcome === 'failed') throw new InteractionFailed(answer.reason);
    if (answer.outcome === 'modal') return new Shown(undefined, answer.modal);
    const messageId = answer.outcome === 'answered' ? answer.messageId : undefined;
    return new Shown(messageId === undefined ? undefined : await this.message(interaction.channelId, messageId), undefined);
  }

  private get<T>(path: string): Promise<T> {
    return this.request<T>(`${path}?persona=${this.personaId}`, {});
  }

  private async request<T>(path: string, init: RequestInit): Promise<T> {
    const response = await inSession(this.pageUrl, (cookie) => fetch(new URL(`page/${path}`, this.pageUrl), { ...init, headers: { ...init.headers, cookie } }));
    if (!response.ok) throw new Error(`The page answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Sessions of pages, as a browser keeps them. */
const sessions = new Map<string, Promise<string>>();

/** Opens the page first, as a browser does, and again where the sandbox was started anew. */
async function inSession(pageUrl: string, request: (cookie: string) => Promise<Response>): Promise<Response> {
  const opened = sessions.get(pageUrl) ?? openPage(pageUrl);
  sessions.set(pageUrl, opened);
  const answer = await opened.then(request).catch((error: unknown) => {
    sessions.delete(pageUrl);
    throw error;
  });
  if (answer.status !== 401) return answer;
  const again = openPage(pageUrl);
  sessions.set(pageUrl, again);
  return request(await again);
}

async function openPage(pageUrl: string): Promise<string> {
  const answer = await fetch(pageUrl);
  await answer.arrayBuffer();
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** What is shown after pressing something: a message, or a modal. */
export class Shown {
  constructor(
    private readonly shownMessage: PageMessage | undefined,
    private readonly shownModal: PageModal | undefined,
  ) {}

  get message(): PageMessage {
    if (this.shownMessage === undefined) throw new Error('No message is shown.');
    return this.shownMessage;
  }

  get modal(): PageModal {
    if (this.shownModal === undefined) throw new Error('No modal is shown.');
    return this.shownModal;
  }

  get hasModal(): boolean {
    return this.shownModal !== undefined;
  }

  get embed(): APIEmbed | undefined {
    return this.message.embeds[0];
  }

  get buttons(): string[] {
    return buttonsOf(this.message).map((button) => button.label ?? '');
  }
}
