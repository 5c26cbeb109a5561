import { CloudError } from './cloud-error';
import type { CloudFolder } from './cloud-folder';
import type { Fault } from './faults';
import { fillResource } from './fill';
import { interrupted, pause, strike } from './pace';
import { mayMention, mentionsOf } from './references';
import type { ProviderDefinition, ResourceKind, Scene } from './schema';
import { textOf, type ObjectValue } from './value';

/** What is left after an action: the object (null: it is gone), and what went wrong all the same. */
export interface Outcome {
  readonly state: ObjectValue | null;
  readonly error?: CloudError;
}

/** Whatever an operation needs to know beside its resource. */
export interface Surroundings {
  readonly definition: ProviderDefinition;
  readonly folder: CloudFolder;
  readonly settings: ObjectValue;
  /** Terraform asks to stop. */
  readonly stop: AbortSignal;
  /** In place of the latency of every kind, in milliseconds. */
  readonly delayMs?: number;
}

type Action = 'create' | 'update' | 'delete';

/** Makes an object. The cloud accepts it halfway through: whoever is killed after that leaves it behind unrecorded. */
export function createObject(kind: ResourceKind, planned: ObjectValue, around: Surroundings): Promise<Outcome> {
  return act('create', kind, sceneOf(planned, null, around), around, (scene) => {
    const object = fillResource(kind, scene);
    const id = textOf(object.id) ?? '';
    if (!around.folder.objects.create(kind.type, id, object)) {
      throw new CloudError((kind.alreadyExists ?? around.definition.errors.alreadyExists)(id));
    }
    return object;
  });
}

/** Changes an object in place. */
export function updateObject(kind: ResourceKind, prior: ObjectValue, planned: ObjectValue, around: Surroundings): Promise<Outcome> {
  return act('update', kind, sceneOf(planned, prior, around), around, (scene) => {
    const object = fillResource(kind, scene);
    const id = textOf(prior.id) ?? '';
    if (!around.folder.objects.find(kind.type, id)) throw new CloudError(around.definition.errors.notFound(id));
    around.folder.objects.replace(kind.type, id, object);
    return object;
  });
}

/** Deletes an object. One that is gone already is as good as deleted. */
export function deleteObject(kind: ResourceKind, prior: ObjectValue, around: Surroundings): Promise<Outcome> {
  return act('delete', kind, sceneOf(prior, prior, around), around, () => {
    around.folder.objects.remove(kind.type, textOf(prior.id) ?? '');
    return null;
  });
}

/** The name that a person knows an object by. */
export function nameOf(object: ObjectValue): string {
  return textOf(object.name) ?? textOf(object.account_id) ?? textOf(object.id) ?? '';
}

type Deed = (scene: Omit<Scene, 'block'>) => ObjectValue | null;

async function act(action: Action, kind: ResourceKind, scene: Scene, around: Surroundings, deed: Deed): Promise<Outcome> {
  const name = nameOf(scene.object);
  const activity = `${action} ${kind.type} ${name}`;
  const fault = around.folder.faults.claim(kind.type, action, name);
  const half = latencyOf(action, kind, fault, around) / 2;
  let done: Outcome = { state: scene.prior };
  try {
    if (!(await pause(half, around.stop))) throw interrupted(activity);
    if (fault && !fault.partial) await strike(fault, activity, around.stop);
    done = { state: inTheCloudsWords(action, kind, around, () => carryOut(action, kind, scene, around, deed)) };
    if (fault?.partial) await strike(fault, activity, around.stop);
    // It is there now: being asked to stop only spares the rest of the wait.
    await pause(half, around.stop);
    return done;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    // A delete that reports a failure leaves the object in the state; the next refresh finds out.
    return { state: done.state ?? scene.prior, error };
  }
}

function carryOut(action: Action, kind: ResourceKind, scene: Scene, around: Surroundings, deed: Deed): ObjectValue | null {
  if (action === 'delete') refuseWhileInUse(kind, scene, around);
  else refuseMissing(kind, scene, around);
  (action === 'delete' ? kind.release : kind.admit)?.(scene);
  const object = deed(scene);
  const named = object ?? scene.object;
  around.folder.journal.add(action, kind.type, textOf(named.id) ?? '', nameOf(named));
  return object;
}

function refuseMissing(kind: ResourceKind, scene: Scene, { definition }: Surroundings): void {
  for (const { type, id } of mentionsOf(kind, scene)) {
    const target = definition.resources.find((candidate) => candidate.type === type);
    if (!scene.cloud.find(type, id) && !target?.preexisting?.(id, scene.cloud)) throw new CloudError(definition.errors.notFound(id));
  }
}

function refuseWhileInUse(kind: ResourceKind, scene: Scene, { definition }: Surroundings): void {
  const id = textOf(scene.object.id) ?? '';
  for (const user of definition.resources.filter((candidate) => mayMention(candidate, kind.type))) {
    for (const object of scene.cloud.list(user.type)) {
      const mentions = mentionsOf(user, { ...scene, object, prior: object });
      if (mentions.some((mention) => mention.type === kind.type && mention.id === id)) {
        throw new CloudError(definition.errors.inUse(id, textOf(object.id) ?? ''));
      }
    }
  }
}

function inTheCloudsWords<T>(action: Action, kind: ResourceKind, { definition }: Surroundings, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new CloudError(definition.errors.during(action, kind, error.summary), error.detail);
  }
}

function sceneOf(object: ObjectValue, prior: ObjectValue | null, { folder, settings }: Surroundings): Scene {
  return { object, block: object, prior, settings, cloud: folder.objects };
}

function latencyOf(action: Action, kind: ResourceKind, fault: Fault | undefined, { delayMs }: Surroundings): number {
  return fault?.delayMs ?? delayMs ?? kind.latency[action];
}
