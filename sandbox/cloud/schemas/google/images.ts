import { CloudError } from '../../engine/cloud-error';
import { selfLinkOf } from './paths';

// Projects of public images, and what the families in each begin with.
const PUBLIC: Readonly<Record<string, RegExp>> = {
  'centos-cloud': /^centos-/,
  'cos-cloud': /^cos-/,
  'debian-cloud': /^debian-(9|10|11|12|13)(-|$)/,
  'fedora-coreos-cloud': /^fedora-coreos-/,
  'rhel-cloud': /^rhel-/,
  'rocky-linux-cloud': /^rocky-linux-/,
  'suse-cloud': /^(sles|opensuse)-/,
  'ubuntu-os-cloud': /^ubuntu-/,
  'windows-cloud': /^windows-/,
};

/** The address of an image that was named as `project/family`, `family`, a path or an address. */
export function imageAddress(text: string): string {
  const path = text.replace(/^https:\/\/[^/]+\/compute\/v1\//, '').replace('/global/images/family/', '/global/images/');
  if (path.startsWith('projects/')) return selfLinkOf(path);
  const parts = path.split('/');
  const family = parts.at(-1) ?? '';
  const project = parts.length === 2 ? parts[0] : Object.keys(PUBLIC).find((candidate) => PUBLIC[candidate]?.test(family));
  return selfLinkOf(`projects/${project ?? 'unknown'}/global/images/${family}`);
}

/** Turns down an image that no public project has. Images of other projects are taken on trust. */
export function refuseUnknownImage(text: string): void {
  const [, project = '', family = ''] = /projects\/([^/]+)\/global\/images\/(.+)$/.exec(imageAddress(text)) ?? [];
  const isPublic = PUBLIC[project];
  if (project === 'unknown' || (isPublic && !isPublic.test(family))) {
    throw new CloudError(`error resolving image name '${text}': Could not find image or family ${text}`);
  }
}

/** How large a boot disk gets by itself, in GB. */
export function smallestDiskGb(image: string): number {
  if (image.includes('windows')) return 50;
  return /rhel|rocky|centos|sles/.test(image) ? 20 : 10;
}
