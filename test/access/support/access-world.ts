import { randomBytes } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Client } from 'discord.js';
import { DataSource } from 'typeorm';
import { defaultSeed } from '../../../sandbox/discord/default-seed';
import type { Engine } from '../../../src/engine';
import { CreateProject, GrantAccess, RequestAccess, RevokeGrant, type AccessLevel, type Actor } from '../../../src/modules/access';
import { StartSession } from '../../../src/modules/sessions';
import { newId, type ChangeId, type DeploymentId, type GrantId, type GuildId, type ProjectId, type RequestId, type Result, type SessionId, type UserId } from '../../../src/shared';
import { World } from '../../support/test-engine';
import { ForgedInteractions } from './forged-interactions';

export const GUILD = defaultSeed.guild.id;
export const OTHER_GUILD = '1196482013377830000';

/** One that the guild has: Discord tells a member's roles by these. */
export const ROLE = defaultSeed.guild.roles[0]?.id ?? '';

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** A bot without workers, and everything that a person may be refused or allowed. */
export class AccessWorld {
  private constructor(readonly world: World, readonly engine: Engine, readonly interactions: ForgedInteractions) {}

  static async make(): Promise<AccessWorld> {
    const world = await World.make({}, { ROLE: 'bot', DISCORD_GUILD_IDS: `${GUILD},${OTHER_GUILD}` });
    const engine = await world.engine();
    return new AccessWorld(world, engine, new ForgedInteractions(engine.app.get(Client), defaultSeed.application.id));
  }

  get commands(): CommandBus {
    return this.engine.app.get(CommandBus);
  }

  sql<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.engine.app.get(DataSource).query<T[]>(statement, values);
  }

  manager(guildId = GUILD): Actor {
    return { guildId: guildId as GuildId, userId: '900000000000000001' as UserId, roleIds: [], isGuildManager: true };
  }

  async project(name: string, guildId = GUILD, environment = 'dev'): Promise<ProjectId> {
    return value(await this.commands.execute(new CreateProject(this.manager(guildId), { name, environment, providers: ['gcp'] }))).id;
  }

  async grant(projectId: ProjectId, userId: string, level: AccessLevel, how: 'alive' | 'expired' | 'revoked' | 'by role' = 'alive', guildId = GUILD): Promise<GrantId> {
    const holder = how === 'by role' ? { kind: 'role' as const, id: ROLE } : { kind: 'user' as const, id: userId };
    const { id } = value(await this.commands.execute(new GrantAccess(this.manager(guildId), projectId, holder, level, 'testing')));
    if (how === 'expired') await this.sql(`UPDATE access_grant SET granted_at = now() - interval '2 hours', ends_at = now() - interval '1 second' WHERE id = $1`, [id]);
    if (how === 'revoked') value(await this.commands.execute(new RevokeGrant(this.manager(guildId), id)));
    return id;
  }

  /** A session of somebody in some state, with no worker anywhere near it. */
  async session(projectId: ProjectId, ownerId: string, state: string, guildId = GUILD): Promise<{ id: SessionId; deploymentId: DeploymentId; name: string }> {
    const name = `dep-${randomBytes(4).toString('hex')}`;
    const started = value(await this.commands.execute(new StartSession(this.manager(guildId), { projectId, provider: 'gcp', deploymentName: name, blueprint: 'static-site' })));
    await this.sql('UPDATE session SET owner_id = $2, state = $3 WHERE id = $1', [started.id, ownerId, state]);
    return { id: started.id, deploymentId: started.values.deploymentId, name };
  }

  /** A deployment of somebody, gone or there. */
  async deployment(projectId: ProjectId, ownerId: string, status: string, guildId = GUILD): Promise<DeploymentId> {
    const { id, deploymentId, name } = await this.session(projectId, ownerId, 'APPLIED', guildId);
    await this.sql(
      `INSERT INTO deployment (id, guild_id, project_id, name, provider, region, status, created_by, last_session_id, resource_count) VALUES ($1, $2, $3, $4, 'gcp', 'us-central1', $5, $6, $7, 0)`,
      [deploymentId, guildId, projectId, name, status, ownerId, id],
    );
    return deploymentId;
  }

  async request(project: ProjectId, userId: string, guildId = GUILD): Promise<RequestId> {
    const asked = value(await this.commands.execute(new RequestAccess({ guildId: guildId as GuildId, userId: userId as UserId, roleIds: [], isGuildManager: false }, project, { level: 'READ', duration: '1h', reason: 'testing' })));
    return asked.id;
  }

  /** A change that somebody proposed, as an administrator who holds a grant of their own. */
  async change(projectId: ProjectId, userId: string): Promise<ChangeId> {
    const id = newId<ChangeId>('chg');
    const [held] = await this.sql<{ id: string }>('SELECT id FROM access_grant WHERE project_id = $1 LIMIT 1', [projectId]);
    await this.sql(
      `INSERT INTO project_change (id, guild_id, project_id, base_version, change, asked_by, via, asked_at, expires_at) SELECT $1, guild_id, id, version, '{"monthlyBudgetUsd": 100}', $3, $4, now(), now() + interval '1 hour' FROM project WHERE id = $2`,
      [id, projectId, userId, held ? [held.id] : []],
    );
    return id;
  }

  async draft(userId: string, sessionId: SessionId): Promise<string> {
    const id = randomBytes(9).toString('hex');
    await this.sql(`INSERT INTO discord_form_draft (id, user_id, session_id, kind, answers) VALUES ($1, $2, $3, 'storage_bucket', '{}')`, [id, userId, sessionId]);
    return id;
  }

  async close(): Promise<void> {
    await this.engine.stop();
    await this.world.close();
  }
}

export const anId = (prefix: string): string => newId<SessionId>(prefix);
