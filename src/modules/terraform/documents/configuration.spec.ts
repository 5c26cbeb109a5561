import { readConfiguration } from './configuration';

describe('reading a configuration', () => {
  it('finds the providers to install, in the same order whatever theirs', () => {
    const google = { source: 'hashicorp/google', version: '~> 7.0' };
    const aws = { source: 'hashicorp/aws' };
    const builtin = { source: 'terraform.io/builtin/terraform' };
    const one = readConfiguration(JSON.stringify({ terraform: { required_providers: { google, aws, builtin } } }));
    const other = readConfiguration(JSON.stringify({ terraform: [{ required_providers: [{ builtin, aws }] }, { required_providers: { google } }] }));
    expect(JSON.stringify(one.providers)).toBe(JSON.stringify({ aws, google }));
    expect(JSON.stringify(other.providers)).toBe(JSON.stringify({ aws, google }));
  });

  it('finds values of sensitive variables', () => {
    expect(readConfiguration(JSON.stringify({ variable: { a: { default: 'open' }, b: { sensitive: true, default: { deep: ['hidden'] } }, c: { sensitive: true } } }))).toEqual({ providers: {}, sensitiveValues: ['hidden'] });
  });
});
