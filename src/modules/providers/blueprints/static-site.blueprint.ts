import { defineBlueprint } from '../domain/blueprint';

export const staticSite = defineBlueprint({
  name: 'static-site',
  title: 'Static site',
  description: 'A bucket whose files are a public website',
  resources: [{ kind: 'storage_bucket', name: 'site', values: { website: 'yes' } }],
});
