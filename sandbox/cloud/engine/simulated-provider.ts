import { CloudError } from './cloud-error';
import type { CloudFolder } from './cloud-folder';
import { conform } from './conform';
import { createObject, deleteObject, nameOf, updateObject, type Outcome, type Surroundings } from './operations';
import { pause, strike } from './pace';
import { planResource } from './plan';
import { replacingPaths, type ValuePath } from './replacement';
import type { ProviderDefinition, ResourceKind } from './schema';
import { textOf, type ObjectValue } from './value';
import { validateBlock, type Problem } from './validate';
import type { FaultAction } from './faults';

export interface Plan {
  /** Null: the object will be deleted. */
  readonly planned: ObjectValue | null;
  readonly replacing: ValuePath[];
}

/** A provider over a simulated cloud: everything that Terraform may ask, in plain values. */
export class SimulatedProvider {
  private settings: ObjectValue = {};
  private readonly stopping = new AbortController();

  constructor(
    readonly definition: ProviderDefinition,
    private readonly folder: CloudFolder,
    private readonly environment: Readonly<Record<string, string | undefined>>,
  ) {}

  kind(type: string): ResourceKind {
    const kind = this.definition.resources.find((candidate) => candidate.type === type);
    if (!kind) throw new CloudError(`The simulated ${this.definition.name} cloud has no ${type}.`);
    return kind;
  }

  validateSettings(config: ObjectValue): Problem[] {
    const settings = this.settingsFrom(config);
    return [...validateBlock(this.definition.block, config), ...(this.definition.validate?.(settings) ?? []).map((words) => ({ words, at: [] }))];
  }

  async configure(config: ObjectValue): Promise<void> {
    this.settings = this.settingsFrom(config);
    await this.strikeAt('configure', this.definition.name, this.definition.name);
  }

  validate(type: string, config: ObjectValue): Problem[] {
    const kind = this.kind(type);
    return [...validateBlock(kind, config), ...(kind.validate?.(config) ?? []).map((words) => ({ words, at: [] }))];
  }

  /** A state as this version of the schema has it. */
  upgrade(type: string, stored: ObjectValue): ObjectValue {
    return conform(this.kind(type), stored);
  }

  /** The object as it is now; null where it is gone. */
  async read(type: string, state: ObjectValue): Promise<ObjectValue | null> {
    const kind = this.kind(type);
    await this.strikeAt('read', type, nameOf(state));
    const found = this.folder.objects.find(type, textOf(state.id) ?? '');
    return found ? conform(kind, found) : null;
  }

  async plan(type: string, prior: ObjectValue | null, proposed: ObjectValue | null, config: ObjectValue): Promise<Plan> {
    await this.strikeAt('plan', type, nameOf(proposed ?? prior ?? {}));
    if (proposed === null) return { planned: null, replacing: [] };
    const kind = this.kind(type);
    const planned = planResource(kind, { prior, proposed, config }, { settings: this.settings, cloud: this.folder.objects });
    return { planned, replacing: prior ? replacingPaths(kind, prior, planned) : [] };
  }

  apply(type: string, prior: ObjectValue | null, planned: ObjectValue | null): Promise<Outcome> {
    const kind = this.kind(type);
    const around = this.surroundings();
    if (planned === null) return prior ? deleteObject(kind, prior, around) : Promise.resolve({ state: null });
    return prior ? updateObject(kind, prior, planned, around) : createObject(kind, planned, around);
  }

  /** The object that a person means by this id. One that is not there comes back bare, and Terraform says so. */
  async import(type: string, id: string): Promise<ObjectValue> {
    const kind = this.kind(type);
    await this.strikeAt('import', type, id);
    const found = this.folder.objects.list(type).find((object) => object.id === id || kind.importedAs?.(object).includes(id));
    return conform(kind, found ?? { id });
  }

  /** Ends every wait: what the cloud has not accepted yet fails, what it has is done. */
  stop(): void {
    this.stopping.abort();
  }

  private settingsFrom(config: ObjectValue): ObjectValue {
    const settings = { ...config };
    for (const [name, variables] of Object.entries(this.definition.environment)) {
      const value = variables.map((variable) => this.environment[variable]).find((text) => text !== undefined && text !== '');
      if ((settings[name] ?? null) === null && value !== undefined) settings[name] = value;
    }
    return settings;
  }

  private async strikeAt(action: FaultAction, type: string, name: string): Promise<void> {
    const fault = this.folder.faults.claim(type, action, name);
    if (!fault) return;
    await pause(fault.delayMs ?? 0, this.stopping.signal);
    await strike(fault, `${action} ${type} ${name}`, this.stopping.signal);
  }

  private surroundings(): Surroundings {
    const { definition, folder, settings } = this;
    const delayMs = this.environment.SIM_DELAY_MS ? Number(this.environment.SIM_DELAY_MS) : undefined;
    return { definition, folder, settings, stop: this.stopping.signal, ...(delayMs === undefined ? {} : { delayMs }) };
  }
}
