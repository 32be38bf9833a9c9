import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Engine, Job, PhaseOutcome } from '../../../emulator/hcp/runs/engine';
import { madeOfAddress } from '../../../schema/facts/made-of';

interface Configuration {
  readonly terraform: { readonly cloud: { readonly workspaces: { readonly name: string } } };
  readonly resource: Readonly<Record<string, Readonly<Record<string, { readonly input?: unknown }>>>>;
  readonly output: Readonly<Record<string, { readonly value: unknown }>>;
}

interface State {
  readonly version: 4;
  readonly serial: number;
  readonly lineage: string;
  readonly terraform_version: string;
  readonly outputs: Readonly<Record<string, { readonly value: unknown; readonly type: string }>>;
  readonly resources: readonly { readonly type: string; readonly name: string }[];
}

/** What a stack says that it is made of is what goes into this resource. */
const madeOf = `\${${madeOfAddress}.output}`;

/** Terraform as far as runs of small stacks need it: it plans what the JSON has and the state has not, and applies what was planned. */
export class FakeEngine implements Engine {
  readonly version = '1.11.4';
  /** What was done, in its order: `plan zone-security`. */
  readonly done: string[] = [];
  /** Work that waits until it is let go, by its name: `apply zone-security`. */
  readonly held = new Map<string, Promise<void>>();
  /** What fails, by its name. */
  readonly failing = new Set<string>();
  /** Workspaces in whose accounts somebody has changed something. */
  readonly drifting = new Set<string>();
  private readonly states = new Map<string, State>();
  private readonly plans = new Map<string, string>();

  async plan(job: Job, log: (text: string) => void): Promise<PhaseOutcome> {
    const { workspace, next, before } = await this.read(job);
    if (!(await this.work(`plan ${workspace}`, log))) return outcome(false);
    const bucketsOf = ({ resources }: State) =>
      resources.flatMap(({ type, name }) => (type === 'aws_s3_bucket' ? [name] : []));
    const [had, has] = [bucketsOf(before), bucketsOf(next)];
    const change = (name: string, actions: string[]) => ({
      address: `aws_s3_bucket.${name}`,
      mode: 'managed',
      type: 'aws_s3_bucket',
      change: { actions },
    });
    const outputs = Object.keys(next.outputs).filter(
      (name) => JSON.stringify(next.outputs[name]) !== JSON.stringify(before.outputs[name]),
    );
    const plan = {
      resource_changes: [
        ...has.filter((name) => !had.includes(name)).map((name) => change(name, ['create'])),
        ...had.filter((name) => !has.includes(name)).map((name) => change(name, ['delete'])),
        ...(this.drifting.has(workspace) ? [change('logs', ['update'])] : []),
      ],
      output_changes: Object.fromEntries(outputs.map((name) => [name, { actions: ['update'] }])),
    };
    this.plans.set(job.run, JSON.stringify(plan));
    return { ...outcome(true), hasChanges: plan.resource_changes.length + outputs.length > 0 };
  }

  async apply(job: Job, log: (text: string) => void): Promise<PhaseOutcome> {
    const { workspace, next } = await this.read(job);
    if (!(await this.work(`apply ${workspace}`, log))) return outcome(false);
    this.states.set(workspace, next);
    return { ...outcome(true), state: Buffer.from(JSON.stringify(next)) };
  }

  planJson = async (run: string): Promise<string | undefined> => this.plans.get(run);
  stop = (): void => undefined;
  close = async (): Promise<void> => undefined;

  private async work(name: string, log: (text: string) => void): Promise<boolean> {
    this.done.push(name);
    await this.held.get(name);
    if (!this.failing.has(name)) return true;
    log('Error: no such bucket\n');
    return false;
  }

  private async read(job: Job) {
    const configuration = JSON.parse(await fileIn(job.configuration, 'cdk.tf.json')) as Configuration;
    const workspace = configuration.terraform.cloud.workspaces.name;
    const nothing: State = {
      version: 4,
      serial: 0,
      lineage: workspace,
      terraform_version: '1.11.4',
      outputs: {},
      resources: [],
    };
    const before = job.state ? (JSON.parse(job.state.toString()) as State) : nothing;
    this.states.set(workspace, before);
    const outputs = Object.entries(configuration.output).map(([name, { value }]) => [
      name,
      {
        value: this.evaluated(value === madeOf ? configuration.resource.terraform_data?.made_of?.input : value),
        type: 'dynamic',
      },
    ]);
    const next: State = {
      ...before,
      serial: before.serial + 1,
      outputs: Object.fromEntries(outputs),
      resources: Object.entries(configuration.resource).flatMap(([type, named]) =>
        Object.keys(named).map((name) => ({
          mode: 'managed',
          type,
          name,
          provider: 'provider["registry.terraform.io/hashicorp/aws"]',
          instances: [{}],
        })),
      ),
    };
    return { workspace, before, next };
  }

  /** Texts that refer to outputs of other stacks, as far as stacks say what they are made of. */
  private evaluated(value: unknown): unknown {
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.evaluated(each)]));
    const inner = /^\$\{sha256\(join\("\\n", \[(.*)\]\)\)\}$/.exec(String(value));
    if (!inner) return value;
    const values = inner[1] === '' ? [] : (inner[1] ?? '').split(', ').map((expression) => this.lookUp(expression));
    return createHash('sha256').update(values.join('\n')).digest('hex');
  }

  private lookUp(expression: string): unknown {
    const [, stack, output = ''] = /remote_state\.([\w-]+)\.outputs\.(\w+)/.exec(expression) ?? [];
    return this.states.get(`zone-${stack}`)?.outputs[output]?.value;
  }
}

const outcome = (ok: boolean): PhaseOutcome => ({
  ok,
  hasChanges: false,
  counts: { additions: 0, changes: 0, destructions: 0, imports: 0 },
  state: undefined,
});

async function fileIn(archive: Buffer, name: string): Promise<string> {
  const reading = extract();
  reading.end(gunzipSync(archive));
  let text = '';
  for await (const entry of reading)
    for await (const chunk of entry) if (entry.header.name === name) text += String(chunk);
  return text;
}
