import { CloudError } from '../../engine/cloud-error';
import type { Reference, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { regionOfZone } from './places';

const COMPUTE_API = 'https://www.googleapis.com/compute/v1/';
const ANY_COMPUTE_API = /^https:\/\/[^/]+\/compute\/(v1|beta)\//;

type Where = Pick<Scene, 'object' | 'settings'>;

/** The project of a resource, or of the provider. */
export function projectOf({ object, settings }: Where): string {
  const project = textOf(object.project) ?? textOf(settings.project);
  if (project === undefined) throw new CloudError('Failed to retrieve project, pid: , err: project: required field is not set');
  return project;
}

export function zoneOf({ object, settings }: Where): string {
  const zone = textOf(object.zone) ?? textOf(settings.zone);
  if (zone === undefined) throw new CloudError('Cannot determine zone: set in this resource, or set provider-level zone.');
  return lastPart(zone);
}

/** The region of a resource, of its zone, or of the provider. */
export function regionOf({ object, settings }: Where): string {
  const zone = textOf(object.zone);
  const region = textOf(object.region) ?? (zone === undefined ? undefined : regionOfZone(zone)) ?? textOf(settings.region);
  if (region !== undefined) return lastPart(region);
  const zoneOfProvider = textOf(settings.zone);
  if (zoneOfProvider !== undefined) return regionOfZone(zoneOfProvider);
  throw new CloudError('Cannot determine region: set in this resource, or set provider-level `region` or `zone`.');
}

/** The last part of a path or address: the bare name. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function selfLinkOf(id: string): string {
  return `${COMPUTE_API}${id}`;
}

type Scope = 'global' | 'region' | 'zone';

/** The id of a Compute Engine object, such as `projects/p/zones/z/instances/name`. */
export function computeId(scope: Scope, collection: string, name: string, where: Where): string {
  const place = { global: () => 'global', region: () => `regions/${regionOf(where)}`, zone: () => `zones/${zoneOf(where)}` }[scope]();
  return `projects/${projectOf(where)}/${place}/${collection}/${name}`;
}

/** Ids of new objects of one collection, made from their name. */
export function idIn(scope: Scope, collection: string): (scene: Scene) => string {
  return (scene) => computeId(scope, collection, textOf(scene.object.name) ?? '', scene);
}

/**
 * The rules of an attribute that names a Compute Engine object: by its name, a part of its path, its id or its whole
 * address. The cloud always answers with the address.
 */
export function naming(type: string, scope: Scope, collection: string): { refersTo: Reference; spelling: (text: string, scene: Scene) => string } {
  const id = (text: string, scene: Scene): string => {
    const path = text.replace(ANY_COMPUTE_API, '');
    if (path.startsWith('projects/')) return path;
    if (path.includes('/')) return `projects/${projectOf(scene)}/${path}`;
    return computeId(scope, collection, path, scene);
  };
  return { refersTo: { type, id }, spelling: (text, scene) => selfLinkOf(id(text, scene)) };
}

export const namesNetwork = naming('google_compute_network', 'global', 'networks');
export const namesSubnetwork = naming('google_compute_subnetwork', 'region', 'subnetworks');

/** `project/zone/name`, `project/name`, `name` and the like: what `terraform import` accepts beside the id. */
export function importNames(...parts: string[]): (object: Scene['object']) => string[] {
  return (object) => {
    const texts = parts.map((part) => textOf(object[part]) ?? '');
    const shorter = texts.map((_text, index) => texts.slice(index).join('/'));
    return [...shorter, textOf(object.self_link) ?? ''].filter((text) => text !== '');
  };
}
