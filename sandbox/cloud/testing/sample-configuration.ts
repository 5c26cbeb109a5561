/** A network, a machine on it and a bucket: the smallest thing that somebody might really deploy. */
export function sampleResources(changes: { zone?: string; machine?: Record<string, unknown>; bucket?: Record<string, unknown> } = {}): Record<string, unknown> {
  return {
    google_compute_network: { main: { name: 'main-network', auto_create_subnetworks: true } },
    google_compute_instance: {
      web: {
        name: 'web-1',
        machine_type: 'e2-small',
        zone: changes.zone ?? 'europe-west1-b',
        labels: { team: 'web' },
        boot_disk: { initialize_params: { image: 'debian-cloud/debian-12', size: 20 } },
        network_interface: { network: '${google_compute_network.main.id}', access_config: {} },
        ...changes.machine,
      },
    },
    google_storage_bucket: { logs: { name: 'demo-logs-4711', location: 'EU', ...changes.bucket } },
  };
}

/** One of each kind, with most of the blocks that people use. */
export const ONE_OF_EACH: Record<string, unknown> = {
  google_compute_network: { main: { name: 'main', auto_create_subnetworks: false, routing_mode: 'GLOBAL' } },
  google_compute_subnetwork: {
    main: {
      name: 'main-west',
      network: '${google_compute_network.main.self_link}',
      ip_cidr_range: '10.10.0.0/20',
      private_ip_google_access: true,
      secondary_ip_range: [{ range_name: 'pods', ip_cidr_range: '10.20.0.0/16' }],
      log_config: { flow_sampling: 0.1 },
    },
  },
  google_compute_firewall: {
    ssh: {
      name: 'allow-ssh',
      network: '${google_compute_network.main.name}',
      allow: [{ protocol: 'TCP', ports: ['22', '443'] }, { protocol: 'icmp' }],
      source_ranges: ['10.0.0.0/8', '192.168.0.0/16'],
      target_tags: ['web'],
      log_config: { metadata: 'INCLUDE_ALL_METADATA' },
    },
  },
  google_compute_router: { main: { name: 'router', network: '${google_compute_network.main.id}', bgp: { asn: 64514, advertised_ip_ranges: [{ range: '1.2.3.0/24' }] } } },
  google_compute_router_nat: {
    main: {
      name: 'nat',
      router: '${google_compute_router.main.name}',
      nat_ip_allocate_option: 'AUTO_ONLY',
      source_subnetwork_ip_ranges_to_nat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
      log_config: { enable: true, filter: 'ERRORS_ONLY' },
    },
  },
  google_compute_address: {
    web: { name: 'web-ip', labels: { team: 'web' } },
    inside: { name: 'inside-ip', address_type: 'INTERNAL', subnetwork: '${google_compute_subnetwork.main.id}' },
  },
  google_service_account: { web: { account_id: 'web-runner', display_name: 'Web' } },
  google_compute_instance: {
    web: {
      name: 'web',
      machine_type: 'n2-standard-2',
      zone: 'europe-west1-b',
      tags: ['web', 'https'],
      metadata: { 'enable-oslogin': 'TRUE' },
      boot_disk: { initialize_params: { image: 'ubuntu-os-cloud/ubuntu-2404-lts-amd64', type: 'pd-ssd', labels: { team: 'web' } } },
      network_interface: { subnetwork: '${google_compute_subnetwork.main.id}', access_config: { nat_ip: '${google_compute_address.web.address}' } },
      service_account: { email: '${google_service_account.web.email}', scopes: ['cloud-platform'] },
      scheduling: { preemptible: true, automatic_restart: false, provisioning_model: 'SPOT' },
      shielded_instance_config: { enable_secure_boot: true },
      timeouts: { create: '10m' },
    },
  },
  google_storage_bucket: {
    logs: {
      name: 'one-of-each-logs',
      location: 'europe-west1',
      uniform_bucket_level_access: true,
      public_access_prevention: 'enforced',
      versioning: { enabled: true },
      lifecycle_rule: [
        { action: { type: 'Delete' }, condition: { age: 90 } },
        { action: { type: 'SetStorageClass', storage_class: 'NEARLINE' }, condition: { age: 30, matches_prefix: ['logs/'] } },
      ],
      cors: [{ origin: ['*'], method: ['GET'], max_age_seconds: 3600 }],
    },
  },
};
