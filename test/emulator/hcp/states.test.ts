import { createHash } from 'node:crypto';
import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import { type Api, apiOf, newWorkspace, startDouble, stateText, stateVersion } from '../../support/hcp-double';

describe('states in the double of HCP Terraform', () => {
  let double: HcpDouble;
  let api: Api;
  let id = '';

  beforeEach(async () => {
    double = await startDouble();
    api = apiOf(double);
    id = await newWorkspace(api, 'one');
    await api('POST', `workspaces/${id}/actions/lock`);
  });
  afterEach(() => double.close());

  const store = (text: string, token?: string) =>
    api('POST', `workspaces/${id}/state-versions`, stateVersion(text), token);
  const complaint = async (text: string, token?: string) => {
    const { status, errors } = await store(text, token);
    return [status, errors?.[0]?.detail];
  };

  it('are stored under the lock of whoever stores them, and by nobody else', async () => {
    expect((await store(stateText(1), double.tokens.user)).status).toBe(409);
    expect((await store(stateText(1))).status).toBe(201);
    await api('POST', `workspaces/${id}/actions/unlock`);
    expect((await store(stateText(2))).status).toBe(409);
  });

  it('have a greater serial than the one before and the same lineage', async () => {
    await store(stateText(3));
    expect(await complaint(stateText(3, { resources: 1 }))).toEqual([
      409,
      expect.stringContaining('is not greater than'),
    ]);
    expect(await complaint(stateText(4, { lineage: 'another' }))).toEqual([409, expect.stringContaining('lineage')]);
    expect((await store(stateText(3))).status).toBe(201);
    expect((await store(stateText(4))).status).toBe(201);
  });

  it('are what they are announced as', async () => {
    const announced = stateVersion(stateText(1));
    const wrongHash = {
      ...announced,
      attributes: { ...announced.attributes, md5: createHash('md5').update('x').digest('hex') },
    };
    expect((await api('POST', `workspaces/${id}/state-versions`, wrongHash)).status).toBe(412);
    const wrongSerial = { ...announced, attributes: { ...announced.attributes, serial: 2 } };
    expect((await api('POST', `workspaces/${id}/state-versions`, wrongSerial)).status).toBe(422);
    expect((await api('GET', `workspaces/${id}/current-state-version`)).status).toBe(404);
  });

  it('are uploaded once to an address of their own, and hold the workspace until then', async () => {
    const text = stateText(1, {
      outputs: { said: { value: 'hello', type: 'string' }, hush: { value: 's', type: 'string', sensitive: true } },
    });
    const { attributes } = stateVersion(text) as { attributes: Record<string, unknown> };
    const { state: _, ...announced } = attributes;
    const { data } = await api('POST', `workspaces/${id}/state-versions`, {
      type: 'state-versions',
      attributes: announced,
    });
    expect(data.attributes.status).toBe('pending');
    expect((await api('POST', `workspaces/${id}/actions/unlock`)).status).toBe(409);
    const put = (body: string) => fetch(String(data.attributes['hosted-state-upload-url']), { method: 'PUT', body });
    expect((await put('{}')).status).toBe(412);
    expect((await put(text)).status).toBe(200);
    expect((await put(text)).status).toBe(404);
    const current = await api('GET', `workspaces/${id}/current-state-version?include=outputs`);
    expect(current.data.attributes).toMatchObject({ status: 'finalized', serial: 1, lineage: 'lineage' });
    expect(await (await fetch(String(current.data.attributes['hosted-state-download-url']))).text()).toBe(text);
    expect((await api('POST', `workspaces/${id}/actions/unlock`)).status).toBe(200);
  });

  it('show outputs, but the sensitive ones only one by one', async () => {
    await store(stateText(1, { outputs: { hush: { value: 's', type: 'string', sensitive: true } } }));
    const [output] = (await api('GET', `workspaces/${id}/current-state-version-outputs`)).list;
    expect(output?.attributes).toMatchObject({ name: 'hush', sensitive: true, value: null });
    expect((await api('GET', `state-version-outputs/${output?.id}`)).data.attributes.value).toBe('s');
  });
});
