import { setTimeout as pause } from 'node:timers/promises';
import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import {
  type Api,
  apiOf,
  newConfigured,
  newWorkspace,
  startDouble,
  startRun,
  stateText,
} from '../../support/hcp-double';
import { ToldEngine } from '../../support/told-engine';

describe('runs in the double of HCP Terraform', () => {
  let engine: ToldEngine;
  let double: HcpDouble;
  let api: Api;

  beforeEach(async () => {
    engine = new ToldEngine();
    double = await startDouble({ engine, settings: { coolOff: 0 } });
    api = apiOf(double);
  });
  afterEach(() => double.close());

  const prepared = (name: string, attributes: object = {}) => newConfigured(api, name, attributes);
  const start = (workspace: string, attributes: object = {}, token?: string) =>
    startRun(api, workspace, attributes, token);
  const started = async (workspace: string, attributes: object = {}) => (await start(workspace, attributes)).data.id;
  const statusOf = async (run: string) => (await api('GET', `runs/${run}`)).data.attributes.status;
  const becomes = async (run: string, status: string) => {
    for (let tries = 0; tries < 100 && (await statusOf(run)) !== status; tries += 1) await pause(5);
    expect(await statusOf(run)).toBe(status);
  };

  it('plan, wait to be confirmed, apply, and store the state', async () => {
    const workspace = await prepared('one');
    const run = await started(workspace);
    await becomes(run, 'planning');
    engine.end();
    await becomes(run, 'planned');
    const shown = await api('GET', `runs/${run}?include=plan,apply,workspace`);
    expect(shown.data.attributes).toMatchObject({
      'has-changes': true,
      actions: { 'is-confirmable': true, 'is-cancelable': false },
    });
    expect(shown.included.map(({ attributes }) => attributes.status ?? attributes.name)).toEqual([
      'finished',
      'unreachable',
      'one',
    ]);
    expect((await api('POST', `runs/${run}/actions/apply`)).status).toBe(202);
    expect((await api('POST', `runs/${run}/actions/apply`)).status).toBe(409);
    engine.end({ state: Buffer.from(stateText(1, { resources: 1 })) });
    await becomes(run, 'applied');
    const { data } = await api('GET', `workspaces/${workspace}`);
    expect(data.attributes).toMatchObject({ 'resource-count': 1, locked: false });
  });

  it('are finished by a plan that changes nothing, or that is speculative', async () => {
    const workspace = await prepared('one');
    const [idle, speculative] = [await started(workspace), await started(workspace, { 'plan-only': true })];
    await becomes(idle, 'planning');
    engine.end({ hasChanges: false });
    await becomes(idle, 'planned_and_finished');
    await becomes(speculative, 'planning');
    engine.end();
    await becomes(speculative, 'planned_and_finished');
  });

  it('go one after the other in a workspace, and wait for whoever has locked it', async () => {
    const workspace = await prepared('one');
    const [first, second] = [await started(workspace), await started(workspace)];
    await becomes(first, 'planning');
    engine.end();
    await becomes(first, 'planned');
    expect(await statusOf(second)).toBe('pending');
    expect((await api('POST', `workspaces/${workspace}/actions/lock`)).status).toBe(409);
    await api('POST', `runs/${first}/actions/discard`);
    expect(await statusOf(first)).toBe('discarded');
    await becomes(second, 'planning');
  });

  it('take a slot while they plan or apply, and none while they wait', async () => {
    const [one, two] = [await prepared('one'), await prepared('two')];
    const [first, second] = [await started(one), await started(two)];
    await becomes(first, 'planning');
    await becomes(second, 'plan_queued');
    expect(engine.busy).toBe(1);
    engine.end();
    await becomes(first, 'planned');
    await becomes(second, 'planning');
  });

  it('are interrupted by a cancellation, and ended by force only after one', async () => {
    const run = await started(await prepared('one'));
    await becomes(run, 'planning');
    expect((await api('POST', `runs/${run}/actions/force-cancel`)).status).toBe(409);
    expect((await api('POST', `runs/${run}/actions/cancel`)).status).toBe(202);
    await becomes(run, 'canceled');
    expect((await api('POST', `runs/${run}/actions/cancel`)).status).toBe(409);
  });

  it('fail with the words of Terraform, which the log has between its signs', async () => {
    const run = await started(await prepared('one'));
    await becomes(run, 'planning');
    engine.end({ ok: false });
    await becomes(run, 'errored');
    const { included } = await api('GET', `runs/${run}?include=plan`);
    const log = await fetch(`${included[0]?.attributes['log-read-url']}?offset=0&limit=1000`);
    expect(await log.text()).toBe('\u0002working\n\u0003');
  });

  it('apply by themselves where the workspace or the run says so, and start those they trigger', async () => {
    const [source, reader] = [await prepared('source', { 'auto-apply': true }), await prepared('reader')];
    const relationships = { sourceable: { data: { type: 'workspaces', id: source } } };
    await api('POST', `workspaces/${reader}/run-triggers`, { type: 'run-triggers', relationships });
    const run = await started(source);
    await becomes(run, 'planning');
    engine.end();
    await becomes(run, 'applying');
    engine.end({ state: Buffer.from(stateText(1)) });
    await becomes(run, 'applied');
    const [triggered] = (await api('GET', `workspaces/${reader}/runs`)).list;
    expect(triggered?.attributes).toMatchObject({ 'trigger-reason': 'run-trigger', 'auto-apply': false });
  });

  it('get the variables of sets and workspaces, those with priority above what comes with the run, and tokens of their own', async () => {
    const workspace = await prepared('one');
    const set = async (name: string, attributes: object, value: string) => {
      const { data } = await api('POST', 'organizations/example/varsets', {
        type: 'varsets',
        attributes: { name, global: true, ...attributes },
      });
      const variable = { type: 'vars', attributes: { key: 'who', value, category: 'terraform' } };
      await api('POST', `varsets/${data.id}/relationships/vars`, variable);
    };
    await set('weak', {}, 'weak');
    await set('strong', { priority: true }, 'strong');
    const own = { key: 'who', value: 'own', category: 'terraform', sensitive: true };
    const made = await api('POST', `workspaces/${workspace}/vars`, { type: 'vars', attributes: own });
    expect(made.data.attributes.value).toBeNull();
    const run = await started(workspace, { variables: [{ key: 'who', value: '"me"' }] });
    await becomes(run, 'planning');
    const [job] = engine.jobs;
    expect([job?.variables.get('who'), job?.priorityVariables.get('who')]).toEqual(['"own"', '"strong"']);
    const token = /token = "(.+)"/.exec(job?.cliConfig ?? '')?.[1] ?? '';
    expect((await api('GET', `workspaces/${workspace}`, undefined, token)).status).toBe(200);
    expect((await api('GET', `workspaces/${await newWorkspace(api, 'two')}`, undefined, token)).status).toBe(404);
    engine.end({ ok: false });
    await becomes(run, 'errored');
    expect((await api('GET', `workspaces/${workspace}`, undefined, token)).status).toBe(401);
  });

  it('are not started in local mode, without a configuration, or by the token of the organization', async () => {
    const local = await prepared('local', { 'execution-mode': 'local' });
    expect((await start(local)).status).toBe(422);
    expect((await start(await newWorkspace(api, 'empty'))).status).toBe(422);
    const workspace = await prepared('one');
    expect((await start(workspace, {}, double.tokens.organization)).status).toBe(404);
  });
});
