export { DISCORD_API_URL, Settings, WrongSetting } from './settings';
export { SettingsModule } from './settings.module';
