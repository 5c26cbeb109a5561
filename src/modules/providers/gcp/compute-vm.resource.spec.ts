import { expression } from '../domain/terraform-json';
import { computeVm } from './compute-vm.resource';

function render(values: object, handles?: Record<string, ReturnType<typeof expression>>) {
  return computeVm.render({ name: 'web', args: computeVm.args.parse(values), region: 'europe-west1', environment: 'dev', zones: ['europe-west1-b', 'europe-west1-c'], labels: { owner: 'me' }, deployment: 'dep_1', referenced: () => handles });
}
const bodyOf = (...args: Parameters<typeof render>) => render(...args).blocks[0]?.body;

describe('a virtual machine', () => {
  it('is shielded, keyless, without an account and without a public address', () => {
    const body = bodyOf({});
    expect(body).toMatchObject({
      machine_type: 'e2-small', zone: 'europe-west1-b', labels: { owner: 'me' },
      metadata: { 'enable-oslogin': 'TRUE', 'block-project-ssh-keys': 'TRUE' },
      shielded_instance_config: [{ enable_secure_boot: true, enable_vtpm: true, enable_integrity_monitoring: true }],
      network_interface: [{ network: 'default' }],
      boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12', size: 20, type: 'pd-balanced' }] }],
    });
    expect(JSON.stringify(body)).not.toMatch(/access_config|service_account/);
  });

  it('has a public address where that was asked, and tells it', () => {
    expect(bodyOf({ public_address: true })).toMatchObject({ network_interface: [{ access_config: [{ network_tier: 'PREMIUM' }] }] });
    expect(render({ public_address: true }).outputs.map(({ name }) => name)).toEqual(['id', 'private_address', 'public_address']);
    expect(render({}).outputs.map(({ name }) => name)).toEqual(['id', 'private_address']);
  });

  it('stands in the subnetwork of the network it names', () => {
    const subnetwork = expression('google_compute_subnetwork.main_a.id');
    expect(bodyOf({ network: 'main' }, { subnetwork })).toMatchObject({ network_interface: [{ subnetwork }] });
  });

  it('takes a zone and a machine type by their names', () => {
    expect(bodyOf({ size: 'n2-standard-4', zone: 'europe-west1-c' })).toMatchObject({ machine_type: 'n2-standard-4', zone: 'europe-west1-c' });
  });
});
