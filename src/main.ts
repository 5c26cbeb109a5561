import 'reflect-metadata';
import './plugin-imports';
import { Settings, WrongSetting } from './config';
import { startEngine } from './engine';
import { stopOnSignals } from './shutdown';

/** The production bot and worker. */
async function main(): Promise<void> {
  const settings = Settings.from(process.env);
  if (settings.holdsGateway && !settings.discordToken) throw new WrongSetting('DISCORD_TOKEN', 'is not set: give the bot’s token, or start with `npm start` and without it to try the sandbox');
  stopOnSignals(await startEngine(settings));
}

main().catch((error: unknown) => {
  console.error(error instanceof WrongSetting ? `Cloud Engine cannot start: ${error.message}` : error);
  process.exit(1);
});
