import 'reflect-metadata';
import '../src/plugin-imports';
import { WrongSetting } from '../src/config';
import { stopOnSignals } from '../src/shutdown';
import { startSandbox } from './sandbox';

/** What `npm start` runs where no Discord token is set. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(process.env);
  stopOnSignals(sandbox);
  console.log(`\n  Cloud Engine is running in its sandbox: ${sandbox.pageUrl}`);
  console.log(`  Open it, type /cloud-deploy, choose the project "${sandbox.project}", a provider and perhaps a blueprint, and add what you need.${sandbox.simulated ? ' The cloud is simulated: nothing costs anything.' : ''}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof WrongSetting ? `Cloud Engine cannot start: ${error.message}` : error);
  process.exit(1);
});
