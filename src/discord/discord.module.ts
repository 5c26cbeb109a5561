import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GatewayIntentBits } from 'discord.js';
import { NecordModule } from 'necord';
import { Settings } from '../config';
import { CloudAutocomplete } from './autocomplete/cloud.autocomplete';
import { ConfirmDestroyButton } from './buttons/confirm-destroy.button';
import { DeploymentButton } from './buttons/deployment.button';
import { ForceStopButton } from './buttons/force-stop.button';
import { ListButton } from './buttons/list.button';
import { LobbyButton } from './buttons/lobby.button';
import { RetryFormButton } from './buttons/retry-form.button';
import { DiscordApi } from './discord-api';
import { DiscordGateway } from './discord-gateway';
import { UnknownRouteListener } from './interaction/unknown-route.listener';
import { DeploymentReopener } from './lobby/deployment-reopener';
import { LineTask } from './lobby/line.task';
import { LobbyArtist } from './lobby/lobby-artist';
import { LobbyOpener } from './lobby/lobby-opener';
import { LobbyWorker } from './lobby/lobby-worker';
import { DestroyModal } from './modals/destroy.modal';
import { ResourceForms } from './modals/resource-forms';
import { ResourcePicker } from './modals/resource-picker';
import { ResourceModal } from './modals/resource.modal';
import { FormDraftRepository } from './persistence/form-draft.repository';
import { FormDraftRow } from './persistence/form-draft.row';
import { LobbyRepository } from './persistence/lobby.repository';
import { LobbyRow } from './persistence/lobby.row';
import { StreamRepository } from './persistence/stream.repository';
import { StreamRow, ThreadPostRow } from './persistence/thread-post.row';
import { ResourceSelect } from './selects/resource.select';
import { CancelSlash } from './slash/cancel.slash';
import { CreateProjectSlash } from './slash/create-project.slash';
import { DeploySlash } from './slash/deploy.slash';
import { DestroySlash } from './slash/destroy.slash';
import { GrantSlash } from './slash/grant.slash';
import { ListSlash } from './slash/list.slash';
import { ProjectOption } from './slash/project-option';
import { ReconcileSlash } from './slash/reconcile.slash';
import { StateSlash } from './slash/state.slash';
import { ThreadStreamer } from './streaming/thread-streamer';

/** The front: slash commands, lobbies, forms and threads. */
@Module({
  imports: [
    NecordModule.forRootAsync({
      inject: [Settings],
      useFactory: ({ discordToken = '', discordApiUrl, discordGuildId }: Settings) => ({
        token: discordToken,
        intents: [GatewayIntentBits.Guilds],
        allowedMentions: { parse: [], repliedUser: false },
        rest: { api: discordApiUrl },
        development: discordGuildId ? [discordGuildId] : false,
      }),
    }),
    TypeOrmModule.forFeature([LobbyRow, FormDraftRow, StreamRow, ThreadPostRow]),
  ],
  providers: [
    DiscordGateway, DiscordApi, UnknownRouteListener, CloudAutocomplete, ProjectOption, ResourceForms, ResourcePicker,
    CreateProjectSlash, DeploySlash, ListSlash, CancelSlash, GrantSlash, LobbyButton, ListButton, RetryFormButton, ResourceSelect, ResourceModal,
    DestroySlash, ReconcileSlash, StateSlash, ConfirmDestroyButton, DestroyModal, DeploymentButton, ForceStopButton, DeploymentReopener, LobbyOpener, LobbyArtist, LobbyWorker, LineTask, ThreadStreamer, LobbyRepository, FormDraftRepository, StreamRepository,
  ],
})
export class DiscordModule {}
