import { GuildSystemChannelFlags, Locale } from 'discord.js';
import { isThread } from './records';
import type { World } from './world';

/** The guild in Discord's shape, without its channels and members. */
export function guildObject(world: World): object {
  const { directory } = world;
  const owner = directory.seed.personas[0];
  return {
    id: directory.guildId,
    name: directory.seed.guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: owner?.id ?? directory.botId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: directory.roles,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: Locale.EnglishUS,
    hub_type: null,
    incidents_data: null,
    home_header: null,
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    region: 'deprecated',
  };
}

/** GUILD_CREATE: the guild with all that a bot sees of it. */
export function guildCreate(world: World): object {
  const channels = world.channels();
  const members = world.directory.allMembers();
  return {
    ...guildObject(world),
    joined_at: members[0]?.joined_at ?? world.timestamp(),
    large: false,
    unavailable: false,
    member_count: members.length,
    voice_states: [],
    members,
    channels: channels.filter((channel) => !isThread(channel) && channel.recipientId === undefined),
    threads: channels.filter((channel) => isThread(channel) && !channel.thread_metadata.archived),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The application as the bot reads it about itself. */
export function applicationObject(world: World): object {
  const { application } = world.directory.seed;
  const flags = 1 << 23;
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot: world.directory.bot,
    bot_public: false,
    bot_require_code_grant: false,
    summary: '',
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    approximate_user_authorization_count: 0,
    hook: true,
    is_monetized: false,
    owner: world.directory.allMembers()[0]?.user,
    team: null,
    guild_id: world.directory.guildId,
    integration_types_config: { '0': {} },
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    interactions_endpoint_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    redirect_uris: [],
    role_connections_verification_url: null,
  };
}
