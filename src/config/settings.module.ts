import { type DynamicModule, Module } from '@nestjs/common';
import { Settings } from './settings';

/** Gives the frozen settings to whoever asks for them. */
@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return { module: SettingsModule, global: true, providers: [{ provide: Settings, useValue: settings }], exports: [Settings] };
  }
}
