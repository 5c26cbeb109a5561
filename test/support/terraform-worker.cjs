/**
 * A worker in a process of its own, so that a test can kill it: `node terraform-worker.cjs <what to do, as JSON>`.
 * Runs the sources as they are, compiled on the way in.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { transformSync } = require('@swc/core');

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, target: 'es2023', keepClassNames: true },
    module: { type: 'commonjs', ignoreDynamic: true },
  });
  module._compile(code, filename);
};

require('reflect-metadata');
const { Test } = require('@nestjs/testing');
const { CommandBus, CqrsModule } = require('@nestjs/cqrs');
const { Settings, SettingsModule } = require('../../src/config');
const { DatabaseModule } = require('../../src/database');
const { ApplyPlan, OpenAttempt, TerraformModule } = require('../../src/modules/terraform');

async function main() {
  const { environment, databaseUrl, approved } = JSON.parse(process.argv[2]);
  const worker = await Test.createTestingModule({
    imports: [SettingsModule.with(Settings.from(environment)), DatabaseModule.at(databaseUrl), CqrsModule.forRoot(), TerraformModule],
  }).compile();
  worker.useLogger(false);
  await worker.init();
  const { runId, planId, deploymentId, expected: { sha256 } } = approved;
  await worker.get(CommandBus).execute(new OpenAttempt({ runId, planId, deploymentId, sha256 }));
  await worker.get(CommandBus).execute(new ApplyPlan(approved));
  await worker.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
