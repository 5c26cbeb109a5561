import { Injectable, Logger } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { AutocompleteInteraction } from 'discord.js';
import { AutocompleteInterceptor } from 'necord';
import { ListGrants, ListProjects, type AccessLevel, type Actor } from '../../modules/access';
import { ListBlueprints, ListKinds, ListProviders } from '../../modules/providers';
import { ListDeployments, ListSessions } from '../../modules/sessions';
import { actorOf } from '../interaction/actor';
import { STATE_LOOKS } from '../views/state.view';
import { suggest, type Choice } from './choices';

/** Which level a command's projects need; DEPLOY where none is named. */
const LEVELS: Readonly<Record<string, AccessLevel>> = { 'cloud-grant': 'ADMIN', 'cloud-edit-project': 'ADMIN', 'cloud-archive-project': 'ADMIN', 'cloud-request-access': 'READ', 'cloud-admin-list': 'ADMIN', 'cloud-stats': 'ADMIN', 'cloud-set-quota': 'ADMIN', 'cloud-quota': 'READ', 'cloud-costs': 'READ' };

/** Suggests projects, providers, regions and sessions: only what the person may see, and what fits the options chosen so far. */
@Injectable()
export class CloudAutocomplete extends AutocompleteInterceptor {
  private readonly logger = new Logger(CloudAutocomplete.name);

  constructor(private readonly queries: QueryBus) {
    super();
  }

  override async transformOptions(interaction: AutocompleteInteraction): Promise<void> {
    const actor = actorOf(interaction);
    const choices = actor.ok ? await this.choices(actor.value, interaction).catch((error: unknown) => this.nothing(error)) : [];
    await suggest(interaction, choices);
  }

  private choices(actor: Actor, interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
    const focused = interaction.options.getFocused(true).name;
    if (focused === 'project') return this.projects(actor, LEVELS[interaction.commandName] ?? 'DEPLOY');
    if (focused === 'grant') return this.grants(actor);
    if (focused === 'provider' || focused === 'providers') return this.providers(actor, interaction.options.getString('project'));
    if (focused === 'region' || focused === 'regions') return this.regions(interaction.options.getString('provider') ?? interaction.options.getString('providers'));
    if (focused === 'deployment') return this.deployments(actor, interaction.options.getFocused());
    if (focused === 'kind') return this.kinds();
    if (focused === 'blueprint') return this.blueprints();
    return focused === 'session' ? this.sessions(actor) : Promise.resolve([]);
  }

  private async projects(actor: Actor, level: AccessLevel): Promise<readonly Choice[]> {
    const projects = await this.queries.execute(new ListProjects(actor, level));
    return projects.map(({ project }) => ({ name: `${project.name} (${project.environment})`, value: project.id }));
  }

  private async grants(actor: Actor): Promise<readonly Choice[]> {
    const grants = await this.queries.execute(new ListGrants(actor));
    return grants.map(({ id, holder, level, projectName, endsAt, reason }) => ({ name: `${level} on ${projectName} · ${holder.kind} ${holder.id} · until ${endsAt.toISOString().slice(0, 16)} · ${reason}`, value: id }));
  }

  private async providers(actor: Actor, project: string | null): Promise<readonly Choice[]> {
    const [known, projects] = [await this.queries.execute(new ListProviders()), await this.queries.execute(new ListProjects(actor, 'DEPLOY'))];
    const allowed = projects.find((entry) => entry.project.id === project || entry.project.name === project)?.project.providers;
    return known.filter(({ name }) => allowed?.includes(name) ?? true).map(({ name, title }) => ({ name: `${title} (${name})`, value: name }));
  }

  private async regions(provider: string | null): Promise<readonly Choice[]> {
    const known = await this.queries.execute(new ListProviders());
    return known.filter(({ name }) => !provider || provider.includes(name)).flatMap(({ regions }) => regions.map(({ name, title }) => ({ name: `${name} (${title})`, value: name })));
  }

  private async kinds(): Promise<readonly Choice[]> {
    const providers = await this.queries.execute(new ListProviders());
    const kinds = (await Promise.all(providers.map(({ name }) => this.queries.execute(new ListKinds(name))))).flat();
    return [...new Map(kinds.map(({ kind, title }) => [kind, title]))].sort().map(([kind, title]) => ({ name: `${title} (${kind})`, value: kind }));
  }

  private async blueprints(): Promise<readonly Choice[]> {
    const blueprints = await this.queries.execute(new ListBlueprints());
    return blueprints.map(({ name, title, description }) => ({ name: `${title}: ${description}`, value: name }));
  }

  private async deployments(actor: Actor, typed: string): Promise<readonly Choice[]> {
    const deployments = await this.queries.execute(new ListDeployments(actor, typed, 25));
    return deployments.map(({ id, name, projectName, provider, status, resourceCount }) => ({ name: `${name} · ${projectName} · ${provider} · ${status} · ${resourceCount} resources`, value: id }));
  }

  private async sessions(actor: Actor): Promise<readonly Choice[]> {
    const { sessions } = await this.queries.execute(new ListSessions(actor, { states: ['DRAFT', 'VALIDATING', 'PLANNING', 'PLAN_READY', 'APPROVED', 'APPLYING'], ownOnly: !actor.isGuildManager, limit: 50 }));
    return sessions.map((session) => ({ name: `${session.deploymentName} · ${STATE_LOOKS[session.state].title} · ${session.id}`, value: session.id }));
  }

  private nothing(error: unknown): readonly Choice[] {
    this.logger.error({ err: error }, 'Suggesting choices');
    return [];
  }
}
