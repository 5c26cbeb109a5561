import { accessSync, constants, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const executablePath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))).find(isExecutable);
const artifacts = join(__dirname, '..', '..', 'artifacts');
const withBrowser = executablePath ? describe : describe.skip;

withBrowser(`the main job on the page${executablePath ? '' : ' (skipped: no chromium on PATH)'}`, () => {
  let folder: string;
  let database: TestDatabase;
  let sandbox: BotProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-browser-'));
    database = await createTestDatabase();
    mkdirSync(artifacts, { recursive: true });
    sandbox = BotProcess.start('sandbox/main.js', { DATA_DIR: join(folder, 'data'), DATABASE_URL: database.url, SANDBOX_PORT: '0', HTTP_PORT: '0' });
    const address = await eventually(() => /in its sandbox: (http\S+)/.exec(sandbox.output)?.[1] ?? (sandbox.hasEnded ? Promise.reject(new Error(sandbox.output)) : undefined), 'the sandbox to start');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.end('SIGTERM');
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes from typing /cloud-deploy to a deployed stack', async () => {
    await page.getByTestId('composer').fill('/cloud-dep');
    await page.getByTestId('command-cloud-deploy').click();
    await choose('project', 'playground');
    await choose('provider', 'gcp');
    await page.getByTestId('send').first().click();

    const lobby = page.getByTestId('message').filter({ hasText: 'Cloud Deployment: playground' }).last();
    await lobby.getByRole('button', { name: 'Add Resource' }).click();
    await page.getByRole('combobox', { name: /Choose what to add/ }).last().click();
    await page.getByRole('option', { name: /Virtual machine/i }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/^Name/).fill('web-1');
    await page.screenshot({ path: join(artifacts, 'form.png'), animations: 'disabled' });
    await form.getByRole('button', { name: 'Submit' }).click();

    await lobby.getByText('Plan: 1 to add, 0 to change, 0 to destroy').waitFor();
    await page.screenshot({ path: join(artifacts, 'plan.png') });
    await lobby.getByRole('button', { name: 'Approve & Deploy' }).click();
    await lobby.getByText('Applied').first().waitFor();
    await page.getByTestId('thread-panel').getByText(/Apply complete: 1 added/).waitFor();
    await page.screenshot({ path: join(artifacts, 'applied.png') });
    expect(await page.getByTestId('thread-panel').getByTestId('attachment').count()).toBe(1);
  }, 90_000);

  /** Types the first letters of an option, and takes what is suggested. */
  async function choose(option: string, value: string): Promise<void> {
    await page.getByTestId(`option-${option}`).fill(value.slice(0, 3));
    await page.getByTestId('choice').filter({ hasText: value }).first().click();
  }
});

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
