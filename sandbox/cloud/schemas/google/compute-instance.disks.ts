import { block, computed, listBlock, listOf, mapOf, oneBlock, optional, optionalComputed, required } from '../../engine/build';
import type { NestedBlock, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { between, oneOf } from './checks';
import { imageAddress, smallestDiskGb } from './images';
import { computeId, selfLinkOf } from './paths';

const replaces = true;
const sensitive = true;

const initializeParams = block({
  architecture: optionalComputed('string', { replaces, check: oneOf('X86_64', 'ARM64'), made: () => 'X86_64' }),
  enable_confidential_compute: optional('bool', { replaces }),
  image: optionalComputed('string', { replaces, spelling: imageAddress }),
  labels: optionalComputed(mapOf('string')),
  provisioned_iops: optionalComputed('number', { replaces }),
  provisioned_throughput: optionalComputed('number', { replaces }),
  resource_manager_tags: optional(mapOf('string'), { replaces }),
  resource_policies: optionalComputed(listOf('string'), { replaces }),
  size: optionalComputed('number', { check: between(1, 65536), made: ({ block: disk }) => smallestDiskGb(textOf(disk.image) ?? '') }),
  snapshot: optionalComputed('string', { replaces }),
  storage_pool: optional('string', { replaces }),
  type: optionalComputed('string', { replaces, made: () => 'pd-standard' }),
});

const encryption = {
  disk_encryption_key_raw: optional('string', { sensitive }),
  disk_encryption_key_rsa: optional('string', { sensitive }),
  disk_encryption_key_sha256: computed('string'),
  disk_encryption_service_account: optional('string'),
  kms_key_self_link: optionalComputed('string'),
};

const bootDisk = block(
  {
    ...encryption,
    auto_delete: optional('bool', { default: true }),
    device_name: optionalComputed('string', { replaces, made: () => 'persistent-disk-0' }),
    disk_encryption_key_raw: optional('string', { sensitive, replaces }),
    disk_encryption_key_rsa: optional('string', { sensitive, replaces }),
    disk_encryption_service_account: optional('string', { replaces }),
    force_attach: optional('bool', { replaces, default: false }),
    guest_os_features: optionalComputed(listOf('string'), { replaces, made: () => ['GVNIC', 'SEV_CAPABLE', 'UEFI_COMPATIBLE', 'VIRTIO_SCSI_MULTIQUEUE'] }),
    interface: optional('string', { check: oneOf('SCSI', 'NVME') }),
    kms_key_self_link: optionalComputed('string', { replaces }),
    mode: optional('string', { replaces, default: 'READ_WRITE', check: oneOf('READ_WRITE', 'READ_ONLY') }),
    source: optionalComputed('string', { replaces, made: bootDiskAddress }),
  },
  { initialize_params: oneBlock(initializeParams, { replaces }) },
);

const attachedDisk = block({
  ...encryption,
  device_name: optionalComputed('string', { made: () => 'persistent-disk-1' }),
  force_attach: optional('bool', { replaces, default: false }),
  mode: optional('string', { default: 'READ_WRITE', check: oneOf('READ_WRITE', 'READ_ONLY') }),
  source: required('string'),
});

const scratchDisk = block({
  device_name: optionalComputed('string', { made: () => 'local-ssd-0' }),
  interface: required('string', { check: oneOf('SCSI', 'NVME') }),
  size: optional('number', { replaces, default: 375 }),
});

/** The blocks of an instance that are about its disks. */
export const diskBlocks: Record<string, NestedBlock> = {
  boot_disk: listBlock(bootDisk, { min: 1, max: 1, replaces }),
  attached_disk: listBlock(attachedDisk),
  scratch_disk: listBlock(scratchDisk, { replaces }),
};

// A boot disk is called like its instance.
function bootDiskAddress(scene: Scene): string {
  return selfLinkOf(computeId('zone', 'disks', textOf(scene.object.name) ?? '', scene));
}
