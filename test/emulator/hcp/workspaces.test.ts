import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import { type Api, apiOf, newWorkspace, startDouble, stateText, stateVersion } from '../../support/hcp-double';

describe('workspaces of the double of HCP Terraform', () => {
  let double: HcpDouble;
  let api: Api;

  beforeEach(async () => {
    double = await startDouble();
    api = apiOf(double);
  });
  afterEach(() => double.close());

  const read = async (id: string) => (await api('GET', `workspaces/${id}`)).data.attributes;

  it('are created in the default project, with the defaults of the API, and found by name', async () => {
    const id = await newWorkspace(api, 'zone-management');
    const { data } = await api('GET', 'organizations/example/workspaces/zone-management?include=project,organization');
    expect(id).toMatch(/^ws-[a-z0-9]{16}$/);
    expect(data.id).toBe(id);
    expect(data.attributes).toMatchObject({
      'execution-mode': 'remote',
      'auto-apply': false,
      'queue-all-runs': false,
      'global-remote-state': false,
      'allow-destroy-plan': true,
      locked: false,
      permissions: { 'can-force-delete': true, 'can-queue-apply': true },
    });
    expect(data.relationships).toMatchObject({ organization: { data: { type: 'organizations', id: 'example' } } });
  });

  it('have a name of letters, numbers, "-" and "_" that no other one has', async () => {
    await newWorkspace(api, 'one');
    const wrong = { type: 'workspaces', attributes: { name: 'one two', 'auto-apply': 'yes' } };
    const refused = await api('POST', 'organizations/example/workspaces', wrong);
    expect(refused.status).toBe(422);
    expect(refused.errors.map(({ detail }) => detail)).toEqual([
      'name can only include letters, numbers, "-", and "_", 90 of them at most',
      'auto-apply must be true or false',
    ]);
    const taken = await api('POST', 'organizations/example/workspaces', {
      type: 'workspaces',
      attributes: { name: 'one' },
    });
    expect([taken.status, taken.errors[0]?.detail]).toEqual([422, 'has already been taken']);
  });

  it('apply false literally, and go back to the default execution mode when they stop overwriting it', async () => {
    const id = await newWorkspace(api, 'one', { 'auto-apply': true });
    const patch = (attributes: object) => api('PATCH', `workspaces/${id}`, { type: 'workspaces', attributes });
    await patch({ 'execution-mode': 'local' });
    expect(await read(id)).toMatchObject({
      'auto-apply': true,
      'execution-mode': 'local',
      'setting-overwrites': { 'execution-mode': true, 'agent-pool': true },
    });
    await patch({ 'auto-apply': false, 'setting-overwrites': { 'execution-mode': false, 'agent-pool': false } });
    expect(await read(id)).toMatchObject({ 'auto-apply': false, 'execution-mode': 'remote' });
  });

  it('are locked by one at a time, and unlocked by the same', async () => {
    const id = await newWorkspace(api, 'one');
    expect((await api('POST', `workspaces/${id}/actions/lock`)).status).toBe(200);
    expect((await api('POST', `workspaces/${id}/actions/lock`)).status).toBe(409);
    const other = await api('POST', `workspaces/${id}/actions/unlock`, undefined, double.tokens.user);
    expect([other.status, other.errors[0]?.detail]).toEqual([409, expect.stringContaining('locked by Team')]);
    expect((await api('POST', `workspaces/${id}/actions/unlock`)).status).toBe(200);
    expect((await api('POST', `workspaces/${id}/actions/unlock`)).status).toBe(409);
  });

  it('are not deleted safely while they are locked or manage resources', async () => {
    const id = await newWorkspace(api, 'one');
    await api('POST', `workspaces/${id}/actions/lock`);
    await api('POST', `workspaces/${id}/state-versions`, stateVersion(stateText(1, { resources: 2 })));
    expect((await api('POST', `workspaces/${id}/actions/safe-delete`)).errors[0]?.detail).toContain('locked');
    await api('POST', `workspaces/${id}/actions/unlock`);
    expect((await api('POST', `workspaces/${id}/actions/safe-delete`)).status).toBe(409);
    expect(await read(id)).toMatchObject({ 'resource-count': 2 });
    await api('POST', `workspaces/${id}/actions/lock`);
    await api('POST', `workspaces/${id}/state-versions`, stateVersion(stateText(2)));
    await api('POST', `workspaces/${id}/actions/unlock`);
    expect((await api('POST', `workspaces/${id}/actions/safe-delete`)).status).toBe(204);
    expect((await api('GET', `workspaces/${id}`)).status).toBe(404);
  });

  it('have consumers, but never themselves', async () => {
    const [one, two] = [await newWorkspace(api, 'one'), await newWorkspace(api, 'two')];
    const path = `workspaces/${one}/relationships/remote-state-consumers`;
    const reference = (id: string) => [{ type: 'workspaces', id }];
    expect((await api('POST', path, reference(one))).status).toBe(422);
    expect((await api('POST', path, reference(two))).status).toBe(204);
    expect((await api('GET', path)).list.map(({ id }) => id)).toEqual([two]);
    expect((await api('DELETE', path, reference(two))).status).toBe(204);
    expect((await api('GET', path)).list).toEqual([]);
  });

  it('have tags, which a change of single ones adds to', async () => {
    const id = await newWorkspace(api, 'one');
    const tag = (key: string, value: string) => ({ type: 'tag-bindings', attributes: { key, value } });
    const relationships = { 'tag-bindings': { data: [tag('stage', 'trial'), tag('owner', 'us')] } };
    await api('PATCH', `workspaces/${id}`, { type: 'workspaces', relationships });
    await api('PATCH', `workspaces/${id}/tag-bindings`, [tag('stage', 'live')]);
    const { list } = await api('GET', `workspaces/${id}/effective-tag-bindings`);
    expect(list.map(({ attributes: { key, value } }) => `${key}=${value}`).sort()).toEqual(['owner=us', 'stage=live']);
  });

  it('are listed by name, a page at a time', async () => {
    for (let index = 0; index < 23; index += 1) await newWorkspace(api, `w${String(index).padStart(2, '0')}`);
    const first = await api('GET', 'organizations/example/workspaces');
    expect([first.list.length, first.meta.pagination['total-count'], first.meta.pagination['next-page']]).toEqual([
      20, 23, 2,
    ]);
    const second = await api('GET', 'organizations/example/workspaces?page[number]=2&page[size]=20');
    expect(second.list.map(({ attributes }) => attributes.name)).toEqual(['w20', 'w21', 'w22']);
    const wild = await api('GET', 'organizations/example/workspaces?search[wildcard-name]=*1');
    expect(wild.list.map(({ attributes }) => attributes.name)).toEqual(['w01', 'w11', 'w21']);
  });
});
