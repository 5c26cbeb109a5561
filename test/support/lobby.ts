import { stripVTControlCharacters } from 'node:util';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { textOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import { eventually } from './eventually';

/** A session as a person sees and presses it: its lobby, its forms, its thread. */
export class Lobby {
  constructor(
    readonly person: SandboxPerson,
    private readonly first: PageMessage,
  ) {}

  /** `/cloud-deploy`. */
  static async open(person: SandboxPerson, project: string, options: Record<string, string> = {}): Promise<Lobby> {
    const lobby = new Lobby(person, (await person.slash('cloud-deploy', { project, provider: 'gcp', ...options })).message);
    await lobby.answered(lobby.first);
    return lobby;
  }

  /** The same lobby, looked at by somebody else. */
  seenBy(person: SandboxPerson): Lobby {
    return new Lobby(person, this.first);
  }

  message(): Promise<PageMessage> {
    return this.person.again(this.first);
  }

  async text(): Promise<string> {
    return textOf(await this.message());
  }

  /** Waits until the lobby says this. */
  says(words: string | RegExp, withinMs?: number): Promise<string> {
    const matches = (text: string): boolean => (typeof words === 'string' ? text.includes(words) : words.test(text));
    return eventually(async () => {
      const text = await this.text();
      if (!matches(text)) throw new Error(`it says ${text}`);
      return text;
    }, `the lobby to say ${String(words)}`, withinMs);
  }

  /** Fills in a kind's form and waits for the plan that follows. Answers what was told privately. */
  async add(kind: string, values: Record<string, string>): Promise<PageMessage> {
    const before = Number(/Resources \((\d+)\)/.exec(await this.text())?.[1] ?? 0);
    const answer = await this.fill(kind, values);
    await this.says(new RegExp(`Plan ready[\\s\\S]*Resources \\(${before + 1}\\)`));
    return answer;
  }

  /** Add Resource, choose, fill in, submit. */
  async fill(kind: string, values: Record<string, string>): Promise<PageMessage> {
    const picker = await this.answered((await this.person.press(await this.message(), 'Add Resource')).message);
    const shown = await this.person.choose(picker, 'Choose what to add', [kind]);
    // A form that was too late for Discord is opened from the answer that came instead.
    const from = shown.hasModal ? picker : await this.answered(shown.message);
    const form = shown.hasModal ? shown.modal : (await this.person.press(from, 'Open the form')).modal;
    await this.person.submit(form, values);
    return this.changed(from);
  }

  /** A message once it is no acknowledgement any more. */
  answered(message: PageMessage): Promise<PageMessage> {
    return eventually(async () => {
      const now = await this.person.again(message);
      return now.pending ? undefined : now;
    }, 'the answer');
  }

  /** A private message once it says something else. */
  changed(message: PageMessage): Promise<PageMessage> {
    return eventually(async () => {
      const now = await this.person.again(message);
      return textOf(now) === textOf(message) ? undefined : now;
    }, 'the private answer');
  }

  async press(label: string): Promise<void> {
    await this.person.press(await this.message(), label);
  }

  approve(): Promise<void> {
    return this.press('Approve & Deploy');
  }

  async thread(): Promise<PageMessage[]> {
    const thread = await this.person.threadOf(await this.message());
    return thread ? this.person.messages(thread.id) : [];
  }

  /** The thread's messages once the last one says how it ended. */
  ended(words: string, withinMs = 60_000): Promise<PageMessage[]> {
    return eventually(async () => {
      const messages = await this.thread();
      return messages.some((message) => textOf(message).includes(words)) ? messages : undefined;
    }, `the thread to say ${words}`, withinMs);
  }
}

/** The log lines that a thread shows, without fences and colours. */
export function linesOf(messages: readonly PageMessage[]): string[] {
  return messages.flatMap(({ content }) => /^```ansi\n([\s\S]*)\n```$/.exec(content)?.[1]?.split('\n') ?? []).map((line) => stripVTControlCharacters(line));
}
