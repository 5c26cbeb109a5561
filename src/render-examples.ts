import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Settings, SettingsModule } from './config';
import { ListExamples, ProvidersModule, RenderConfiguration, type Example, type RenderedConfiguration } from './modules/providers';

export type RenderedExample = Example & RenderedConfiguration;

/** Labels of a deployment that never was: the same every time, so that rendering twice gives the same bytes. */
const LABELS = { project: 'example', environment: 'dev', session: 'ses_example', deployment: 'dep_example', owner: '100000000000000001', expiresAt: '2030-01-01T00:00:00.000Z' };

@Module({ imports: [CqrsModule.forRoot(), SettingsModule.with(Settings.from(process.env)), ProvidersModule] })
class RenderingModule {}

/** Renders every kind's example and every blueprint, of one provider or of all. */
export async function renderExamples(provider?: string): Promise<readonly RenderedExample[]> {
  const app = await NestFactory.createApplicationContext(RenderingModule, { logger: ['error'], abortOnError: false });
  try {
    const queries = app.get(QueryBus);
    const examples = await queries.execute(new ListExamples(provider));
    return await Promise.all(examples.map(async (example) => {
      const rendered = await queries.execute(new RenderConfiguration({ provider: example.provider, region: example.region, resources: example.resources, labels: LABELS }));
      if (!rendered.ok) throw new Error(`${example.provider}/${example.name}: ${rendered.failure.message}`);
      return { ...example, ...rendered.value };
    }));
  } finally {
    await app.close();
  }
}
