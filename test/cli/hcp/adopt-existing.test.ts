import { importsOf } from '../../../cli/hcp/adopt-existing';

describe('what of HCP Terraform is there already', () => {
  const json = {
    resource: {
      tfe_project: { project: { name: 'landing-zone' } },
      tfe_workspace: { 'workspace-management': { name: 'zone-management' }, 'workspace-cost': { name: 'zone-cost' } },
      tfe_workspace_settings: {
        'settings-management': { workspace_id: `\${tfe_workspace.workspace-management.id}` },
        'settings-cost': { workspace_id: `\${tfe_workspace.workspace-cost.id}` },
        'own-settings': { workspace_id: `\${data.tfe_workspace.own-workspace.id}` },
      },
    },
  };

  it('is taken over by its ids, the settings of a workspace with it', () => {
    const workspaces = new Map([['zone-management', { id: 'ws-1' }]]);
    expect(importsOf(json, workspaces, new Map([['landing-zone', 'prj-1']]), 'acme')).toEqual([
      { to: 'tfe_project.project', id: 'prj-1' },
      { to: 'tfe_workspace.workspace-management', id: 'acme/zone-management' },
      { to: 'tfe_workspace_settings.settings-management', id: 'ws-1' },
    ]);
  });

  it('is nothing in an organization that is empty', () => {
    expect(importsOf(json, new Map(), new Map(), 'acme')).toEqual([]);
  });
});
