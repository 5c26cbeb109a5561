import { Settings } from '../../../config';
import { bareEnvironment, childEnvironment } from './child-environment';

const settings = Settings.from({ TERRAFORM_CLI_CONFIG: '/etc/terraform.rc' });
const environmentWith = (variables: Record<string, string>, from = settings) => childEnvironment(from, '/home/of/terraform', { name: 'default', variables });

describe('the environment of Terraform', () => {
  it('is built from nothing', () => {
    process.env['DISCORD_TOKEN'] = 'inherited';
    try {
      expect(bareEnvironment(settings, '/home/of/terraform')).toEqual({
        PATH: expect.stringContaining('/usr/bin') as string, HOME: '/home/of/terraform', LANG: 'C.UTF-8',
        TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '/etc/terraform.rc',
      });
    } finally {
      delete process.env['DISCORD_TOKEN'];
    }
  });

  it('has the profile’s variables in it', () => {
    expect(environmentWith({ GOOGLE_CREDENTIALS: '{}', TF_VAR_size: '2', HTTPS_PROXY: 'http://proxy' })).toMatchObject({ ok: true, value: { GOOGLE_CREDENTIALS: '{}', TF_VAR_size: '2', HTTPS_PROXY: 'http://proxy', HOME: '/home/of/terraform' } });
  });

  it.each(['PATH', 'HOME', 'LD_PRELOAD', 'DYLD_INSERT_LIBRARIES', 'NODE_OPTIONS', 'TF_CLI_CONFIG_FILE', 'TERRAFORM_CONFIG', 'TF_CLI_ARGS', 'TF_CLI_ARGS_apply', 'TF_LOG', 'TF_LOG_PATH', 'TF_DATA_DIR', 'TF_PLUGIN_CACHE_DIR', 'BASH_ENV', 'path'])('refuses a profile that sets %s', (name) => {
    expect(environmentWith({ [name]: 'x' })).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.VARIABLE_REFUSED', message: expect.stringContaining(name) as string } });
  });

  it.each(['CLOUD_ENGINE_SANDBOX', 'TF_REATTACH_PROVIDERS'])('lets %s through only where Discord itself is on this machine', (name) => {
    expect(environmentWith({ [name]: '1' })).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.SIMULATED_CLOUD' } });
    for (const url of ['http://localhost.example.com/api', 'http://127.0.0.1.example.com/api', 'http://10.0.0.1/api']) {
      expect(environmentWith({ [name]: '1' }, Settings.from({ DISCORD_API_URL: url }))).toMatchObject({ ok: false });
    }
    for (const url of ['http://127.0.0.1:4400/api', 'http://localhost:4400/api', 'http://[::1]:4400/api']) {
      expect(environmentWith({ [name]: '1' }, Settings.from({ DISCORD_API_URL: url }))).toMatchObject({ ok: true });
    }
  });
});
