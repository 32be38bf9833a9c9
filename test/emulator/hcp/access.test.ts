import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import { type Api, apiOf, newWorkspace, startDouble, stateText, stateVersion } from '../../support/hcp-double';

describe('who may do what in the double of HCP Terraform', () => {
  let double: HcpDouble;
  let api: Api;

  beforeEach(async () => {
    double = await startDouble();
    api = apiOf(double);
  });
  afterEach(() => double.close());

  const newProject = async (name: string) =>
    (await api('POST', 'organizations/example/projects', { type: 'projects', attributes: { name } })).data.id;
  const inProject = async (name: string, project: string, token?: string) => {
    const relationships = { project: { data: { type: 'projects', id: project } } };
    return api(
      'POST',
      'organizations/example/workspaces',
      { type: 'workspaces', attributes: { name }, relationships },
      token,
    );
  };
  /** A team with an access to a project, and its token. */
  const team = async (name: string, project: string, attributes: object) => {
    const { data } = await api('POST', 'organizations/example/teams', { type: 'teams', attributes: { name } });
    const relationships = {
      team: { data: { type: 'teams', id: data.id } },
      project: { data: { type: 'projects', id: project } },
    };
    const granted = await api('POST', 'team-projects', { type: 'team-projects', attributes, relationships });
    const made = await api('POST', `teams/${data.id}/authentication-token`);
    return { id: data.id, grant: granted.data, token: String(made.data.attributes.token) };
  };

  it('a team sees the workspaces of its projects, and no others', async () => {
    const [mine, other] = [await newProject('Mine'), await newProject('Other')];
    await inProject('in-mine', mine);
    await inProject('in-other', other);
    const { token } = await team('readers', mine, { access: 'read' });
    const { list } = await api('GET', 'organizations/example/workspaces', undefined, token);
    expect(list.map(({ attributes }) => attributes.name)).toEqual(['in-mine']);
    expect((await api('GET', 'organizations/example/workspaces/in-other', undefined, token)).status).toBe(404);
  });

  it('a team that reads neither locks nor changes, one that maintains also creates', async () => {
    const project = await newProject('Mine');
    const { data } = await inProject('one', project);
    const readers = await team('readers', project, { access: 'read' });
    const keepers = await team('keepers', project, { access: 'maintain' });
    expect((await api('POST', `workspaces/${data.id}/actions/lock`, undefined, readers.token)).status).toBe(404);
    expect((await inProject('two', project, readers.token)).status).toBe(404);
    expect((await inProject('two', project, keepers.token)).status).toBe(201);
    const seen = await api('GET', `workspaces/${data.id}`, undefined, readers.token);
    expect(seen.data.attributes.permissions).toMatchObject({ 'can-queue-run': false, 'can-read-state-versions': true });
  });

  it('custom access is what was sent, and a change of it what changes', async () => {
    const project = await newProject('Mine');
    const { grant } = await team('some', project, {
      access: 'custom',
      'workspace-access': { runs: 'plan', variables: 'read' },
    });
    const changed = await api('PATCH', `team-projects/${grant.id}`, {
      type: 'team-projects',
      attributes: { 'workspace-access': { 'state-versions': 'read' } },
    });
    expect(changed.data.attributes['workspace-access']).toMatchObject({
      runs: 'plan',
      variables: 'read',
      'state-versions': 'read',
    });
  });

  it('the token of the organization makes workspaces and stores no state', async () => {
    const token = double.tokens.organization;
    const attributes = { name: 'one' };
    const { data } = await api('POST', 'organizations/example/workspaces', { type: 'workspaces', attributes }, token);
    await api('POST', `workspaces/${data.id}/actions/lock`, undefined, token);
    expect((await api('POST', `workspaces/${data.id}/state-versions`, stateVersion(stateText(1)), token)).status).toBe(
      404,
    );
    const path = `workspaces/${data.id}/notification-configurations`;
    expect((await api('GET', path, undefined, token)).status).toBe(404);
    expect((await api('GET', path)).status).toBe(200);
  });

  it('a project has a name of 3 to 40 characters, and stays while it has workspaces', async () => {
    const short = await api('POST', 'organizations/example/projects', { type: 'projects', attributes: { name: 'ab' } });
    expect(short.status).toBe(422);
    const project = await newProject('Mine');
    const { data } = await inProject('one', project);
    expect((await api('DELETE', `projects/${project}`)).status).toBe(422);
    await api('DELETE', `workspaces/${data.id}`);
    expect((await api('DELETE', `projects/${project}`)).status).toBe(204);
  });

  it('a workspace has 20 sources of runs at most', async () => {
    const reader = await newWorkspace(api, 'reader');
    const connect = async (name: string) => {
      const sourceable = { data: { type: 'workspaces', id: await newWorkspace(api, name) } };
      return api('POST', `workspaces/${reader}/run-triggers`, { type: 'run-triggers', relationships: { sourceable } });
    };
    for (let index = 0; index < 20; index += 1) expect((await connect(`source-${index}`)).status).toBe(201);
    expect((await connect('one-more')).status).toBe(422);
    const { list } = await api(
      'GET',
      `workspaces/${reader}/run-triggers?filter[run-trigger][type]=inbound&page[size]=100`,
    );
    expect(list).toHaveLength(20);
  });

  it('a receiver that does not answer stays disabled', async () => {
    const id = await newWorkspace(api, 'one');
    const notify = async (url: string) => {
      const attributes = { name: 'n', enabled: true, 'destination-type': 'generic', url, triggers: ['run:errored'] };
      return api('POST', `workspaces/${id}/notification-configurations`, {
        type: 'notification-configurations',
        attributes,
      });
    };
    expect((await notify('http://127.0.0.1:1/hook')).data.attributes.enabled).toBe(false);
    expect((await notify(`${double.address}/.well-known/terraform.json`)).data.attributes.enabled).toBe(false);
    expect((await notify('https://example.com/hook')).data.attributes.enabled).toBe(true);
    expect((await notify('nowhere')).status).toBe(422);
  });
});
