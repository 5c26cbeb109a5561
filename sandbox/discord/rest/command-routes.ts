import { Router, type Request } from 'express';
import { tooManyCommands, unknownApplication, unknownCommand, unknownGuild } from '../limits/discord-error';
import { parseForm } from '../limits/fields';
import { commandListSchema, commandPatchSchema, commandSchema, type CommandBody } from '../limits/command';
import type { StoredCommand } from '../world/records';
import type { World } from '../world/world';

const MOST_COMMANDS = 100;
type Params = Record<'applicationId' | 'guildId' | 'commandId', string>;

/** Registers commands: for one guild, or for all. */
export function commandRoutes(world: World): Router {
  const router = Router({ mergeParams: true });
  const announce = () => world.announce({ what: 'commands' });

  for (const base of ['/applications/:applicationId/commands', '/applications/:applicationId/guilds/:guildId/commands']) {
    router.get<string, Params>(base, (request, response) => void response.json(world.commands(scopeOf(world, request)).map((one) => one.command)));

    router.put<string, Params>(base, (request, response) => {
      const scope = scopeOf(world, request);
      const bodies = parseForm(commandListSchema, request.body);
      const before = world.commands(scope);
      const kept = bodies.map((body) => save(world, scope, body, sameName(before, body)));
      for (const old of before) if (!kept.some((one) => one.command.id === old.command.id)) world.removeCommand(old.command.id);
      announce();
      response.json(kept.map((one) => one.command));
    });

    router.post<string, Params>(base, (request, response) => {
      const scope = scopeOf(world, request);
      const body = parseForm(commandSchema, request.body);
      const before = sameName(world.commands(scope), body);
      if (before === undefined && world.commands(scope).length >= MOST_COMMANDS) throw tooManyCommands();
      const saved = save(world, scope, body, before);
      announce();
      response.status(before === undefined ? 201 : 200).json(saved.command);
    });

    router.get<string, Params>(`${base}/:commandId`, (request, response) => void response.json(find(world, request).command));

    router.patch<string, Params>(`${base}/:commandId`, (request, response) => {
      const before = find(world, request);
      const patch = parseForm(commandPatchSchema, request.body);
      const saved = save(world, before.scope, parseForm(commandSchema, { ...before.command, ...patch }), before);
      announce();
      response.json(saved.command);
    });

    router.delete<string, Params>(`${base}/:commandId`, (request, response) => {
      world.removeCommand(find(world, request).command.id);
      announce();
      response.sendStatus(204);
    });
  }
  return router;
}

function scopeOf(world: World, request: Request<Params>): string {
  const { applicationId, guildId } = request.params;
  if (applicationId !== world.directory.botId) throw unknownApplication();
  if (guildId !== undefined && guildId !== world.directory.guildId) throw unknownGuild();
  return guildId ?? 'global';
}

function find(world: World, request: Request<Params>): StoredCommand {
  const found = world.commands(scopeOf(world, request)).find((one) => one.command.id === request.params.commandId);
  if (found === undefined) throw unknownCommand();
  return found;
}

function sameName(commands: StoredCommand[], body: CommandBody): StoredCommand | undefined {
  return commands.find((one) => one.command.name === body.name && Number(one.command.type) === body.type);
}

function save(world: World, scope: string, body: CommandBody, before: StoredCommand | undefined): StoredCommand {
  const { name, type, description, options, default_member_permissions, nsfw } = body;
  const stored: StoredCommand = {
    scope,
    command: {
      id: before?.command.id ?? world.ids.next(),
      application_id: world.directory.botId,
      version: world.ids.next(),
      type,
      name,
      name_localizations: body.name_localizations ?? null,
      description,
      description_localizations: body.description_localizations ?? null,
      default_member_permissions,
      nsfw: nsfw ?? false,
      ...(options === undefined ? {} : { options }),
      ...(scope === 'global' ? { dm_permission: body.dm_permission ?? true, contexts: body.contexts ?? null, integration_types: body.integration_types ?? [0] } : { guild_id: scope }),
    },
  };
  world.putCommand(stored);
  return stored;
}
