import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GatewayIntentBits } from 'discord.js';
import { Settings } from '../config';
import { LeadershipModule } from '../leadership';
import { CloudAutocomplete } from './autocomplete/cloud.autocomplete';
import { AccessRequestButton } from './buttons/access-request.button';
import { ConfirmDestroyButton } from './buttons/confirm-destroy.button';
import { DeploymentButton } from './buttons/deployment.button';
import { ForceStopButton } from './buttons/force-stop.button';
import { ListButton } from './buttons/list.button';
import { LobbyButton } from './buttons/lobby.button';
import { PlanDetailsButton } from './buttons/plan-details.button';
import { ProjectChangeButton } from './buttons/project-change.button';
import { RetryFormButton } from './buttons/retry-form.button';
import { DiscordApi } from './discord-api';
import { CommandRegistration } from './gateway/command-registration';
import { GatewayHolder } from './gateway/gateway-holder';
import { ParallelCallbacks } from './gateway/parallel-callbacks';
import { ServedGuilds } from './gateway/served-guilds';
import { ServedOnly } from './gateway/served-only.listener';
import { StandbyNecordModule } from './gateway/standby-necord.module';
import { InteractionsUnderWay } from './interaction/interactions-under-way';
import { CommandRecorder } from './interaction/command-recorder';
import { UnknownRouteListener } from './interaction/unknown-route.listener';
import { DeploymentReopener } from './lobby/deployment-reopener';
import { LineTask } from './lobby/line.task';
import { LobbyMover } from './lobby/lobby-mover';
import { LobbyOpener } from './lobby/lobby-opener';
import { LobbyDelivery } from './lobby/lobby.delivery';
import { SessionNews } from './lobby/session-news';
import { SessionPlaces } from './lobby/session-places';
import { DestroyModal } from './modals/destroy.modal';
import { MoreAccessModal } from './modals/more-access.modal';
import { ResourceForms } from './modals/resource-forms';
import { ResourcePicker } from './modals/resource-picker';
import { ResourceModal } from './modals/resource.modal';
import { NoticeDelivery } from './notices/notice.delivery';
import { NoticeTask } from './notices/notice.task';
import { Courier } from './outbox/courier';
import { Outbox } from './outbox/outbox';
import { OutboxWorker } from './outbox/outbox-worker';
import { Poster } from './outbox/poster';
import { FormDraftRepository } from './persistence/form-draft.repository';
import { FormDraftRow } from './persistence/form-draft.row';
import { LobbyRepository } from './persistence/lobby.repository';
import { LobbyRow } from './persistence/lobby.row';
import { StreamRepository } from './persistence/stream.repository';
import { StreamRow, ThreadPostRow } from './persistence/thread-post.row';
import { RequestCardRepository } from './requests/request-card.repository';
import { RequestDecider } from './requests/request-decider';
import { RequestSender } from './requests/request-sender';
import { RequestDelivery } from './requests/request.delivery';
import { ResourceSelect } from './selects/resource.select';
import { AccessSlash } from './slash/access.slash';
import { AdminListSlash } from './slash/admin-list.slash';
import { CancelSlash } from './slash/cancel.slash';
import { CostsSlash } from './slash/costs.slash';
import { CreateProjectSlash } from './slash/create-project.slash';
import { DeploySlash } from './slash/deploy.slash';
import { DestroySlash } from './slash/destroy.slash';
import { EditProjectSlash } from './slash/edit-project.slash';
import { GrantSlash } from './slash/grant.slash';
import { ListSlash } from './slash/list.slash';
import { ProjectOption } from './slash/project-option';
import { ProjectValues } from './slash/project-values';
import { ProjectsSlash } from './slash/projects.slash';
import { QuotaSlash } from './slash/quota.slash';
import { RevokeSlash } from './slash/revoke.slash';
import { ReconcileSlash } from './slash/reconcile.slash';
import { RequestAccessSlash } from './slash/request-access.slash';
import { StateSlash } from './slash/state.slash';
import { StatsSlash } from './slash/stats.slash';
import { RunEnd } from './streaming/run-end';
import { RunLines } from './streaming/run-lines';
import { RunMessages } from './streaming/run-messages';
import { RunThread } from './streaming/run-thread';
import { StreamDelivery } from './streaming/stream.delivery';

/** The front: slash commands, lobbies, forms and threads. */
@Module({
  imports: [
    LeadershipModule,
    StandbyNecordModule.forRootAsync({
      inject: [Settings],
      useFactory: ({ discordToken = '', discordApiUrl }: Settings) => ({
        token: discordToken,
        intents: [GatewayIntentBits.Guilds],
        allowedMentions: { parse: [], repliedUser: false },
        rest: { api: discordApiUrl },
        skipRegistration: true,
      }),
    }),
    TypeOrmModule.forFeature([LobbyRow, FormDraftRow, StreamRow, ThreadPostRow]),
  ],
  providers: [
    GatewayHolder, ParallelCallbacks, ServedGuilds, ServedOnly, CommandRegistration, InteractionsUnderWay, DiscordApi, UnknownRouteListener, CommandRecorder, CloudAutocomplete, ProjectOption, ResourceForms, ResourcePicker,
    CreateProjectSlash, EditProjectSlash, ProjectsSlash, RevokeSlash, ProjectValues, RequestAccessSlash, AdminListSlash, StatsSlash, QuotaSlash, CostsSlash, PlanDetailsButton, AccessRequestButton, MoreAccessModal, AccessSlash, ProjectChangeButton, RequestSender, RequestDecider, RequestCardRepository, DeploySlash, ListSlash, CancelSlash, GrantSlash, LobbyButton, ListButton, RetryFormButton, ResourceSelect, ResourceModal,
    DestroySlash, ReconcileSlash, StateSlash, ConfirmDestroyButton, DestroyModal, DeploymentButton, ForceStopButton, DeploymentReopener, LobbyOpener, LobbyMover, SessionPlaces, SessionNews, LineTask, LobbyRepository,
    Outbox, Courier, Poster, OutboxWorker, LobbyDelivery, StreamDelivery, NoticeDelivery, RequestDelivery, NoticeTask, RunThread, RunLines, RunMessages, RunEnd, FormDraftRepository, StreamRepository,
  ],
})
export class DiscordModule {}
