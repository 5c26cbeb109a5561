import { block, listBlock, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf } from '../../engine/build';
import type { NestedBlock } from '../../engine/schema';
import { oneOf } from './checks';

const replaces = true;
const duration = block({ nanos: optional('number', { replaces }), seconds: required('number', { replaces }) });

const scheduling = block(
  {
    automatic_restart: optional('bool', { default: true }),
    availability_domain: optional('number'),
    instance_termination_action: optional('string', { check: oneOf('DELETE', 'STOP') }),
    min_node_cpus: optional('number'),
    on_host_maintenance: optionalComputed('string', { check: oneOf('MIGRATE', 'TERMINATE'), made: () => 'MIGRATE' }),
    preemptible: optional('bool', { replaces, default: false }),
    provisioning_model: optionalComputed('string', { replaces, made: () => 'STANDARD' }),
    termination_time: optional('string', { replaces }),
  },
  {
    local_ssd_recovery_timeout: oneBlock(duration, { replaces }),
    max_run_duration: oneBlock(duration, { replaces }),
    node_affinities: setBlock(
      block({ key: required('string'), operator: required('string', { check: oneOf('IN', 'NOT_IN') }), values: required(setOf('string')) }),
    ),
    on_instance_stop_action: oneBlock(block({ discard_local_ssd: optional('bool', { replaces, default: false }) }), { replaces }),
  },
);

const reservation = block(
  { type: required('string', { replaces, check: oneOf('ANY_RESERVATION', 'SPECIFIC_RESERVATION', 'NO_RESERVATION') }) },
  { specific_reservation: oneBlock(block({ key: required('string', { replaces }), values: required(listOf('string'), { replaces }) }), { replaces }) },
);

/** The blocks of an instance that are about the machine it runs on. */
export const schedulingBlocks: Record<string, NestedBlock> = {
  scheduling: oneBlock(scheduling, {
    made: () => [{ automatic_restart: true, preemptible: false, instance_termination_action: '', termination_time: '', min_node_cpus: 0, availability_domain: 0 }],
  }),
  reservation_affinity: oneBlock(reservation, { replaces, made: () => [] }),
  advanced_machine_features: oneBlock(
    block({
      enable_nested_virtualization: optional('bool'),
      enable_uefi_networking: optional('bool', { replaces }),
      performance_monitoring_unit: optional('string', { check: oneOf('STANDARD', 'ENHANCED', 'ARCHITECTURAL') }),
      threads_per_core: optional('number'),
      turbo_mode: optional('string', { check: oneOf('ALL_CORE_MAX') }),
      visible_core_count: optional('number'),
    }),
  ),
  confidential_instance_config: oneBlock(
    block({
      confidential_instance_type: optional('string', { check: oneOf('SEV', 'SEV_SNP', 'TDX') }),
      enable_confidential_compute: optional('bool'),
    }),
    { replaces, made: () => [] },
  ),
  guest_accelerator: listBlock(block({ count: required('number', { replaces }), type: required('string', { replaces }) }), { replaces, made: () => [] }),
  shielded_instance_config: oneBlock(
    block({
      enable_integrity_monitoring: optional('bool', { default: true }),
      enable_secure_boot: optional('bool', { default: false }),
      enable_vtpm: optional('bool', { default: true }),
    }),
  ),
};
