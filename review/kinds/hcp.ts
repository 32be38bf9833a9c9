import { among, fewer, harmless, more, off, on, renames, replaces, unsure } from '../direction';
import { holds, type Kinds, neither, opens, protects } from '../kind';
import { description, name, reference } from './words';

const part = neither('it joins two others, which are compared');

/** HCP Terraform: who reads states, who runs what as whom, and what runs are held against. */
export const hcp: Kinds = {
  tfe_agent_pool: {
    presence: neither('where runs happen, which workspaces say'),
    attributes: { name, organization_scoped: off('whether runs of other projects use the agents', true) },
  },
  tfe_agent_pool_allowed_projects: {
    presence: part,
    attributes: { agent_pool_id: reference, allowed_project_ids: fewer('whose runs use the agents') },
    partOf: 'agent_pool_id',
  },
  tfe_notification_configuration: {
    presence: protects('somebody is told of runs'),
    attributes: {
      name,
      workspace_id: reference,
      destination_type: unsure('how somebody is told'),
      email_user_ids: more('who is told'),
      enabled: on('whether somebody is told', false),
      triggers: more('what is told'),
    },
    partOf: 'workspace_id',
  },
  tfe_policy: {
    presence: protects('runs are held against a rule'),
    attributes: {
      name,
      description,
      kind: replaces('the language of the rule'),
      query: unsure('which rule counts'),
      policy: unsure('what the rule says'),
      enforce_mode: among('whether a run that breaks the rule is applied', ['advisory', 'mandatory'], 'advisory'),
    },
  },
  tfe_policy_set: {
    presence: protects('runs are held against rules'),
    attributes: {
      name,
      description,
      kind: replaces('the language of the rules'),
      global: on('whether runs of other projects are held against them', false),
      overridable: off('whether somebody can let a run pass', false),
      agent_enabled: harmless('where rules are evaluated'),
      policy_ids: more('which rules runs are held against'),
    },
  },
  tfe_project: {
    presence: neither('where workspaces are'),
    attributes: { name: unsure('roles trust runs by it'), description },
  },
  tfe_project_policy_set: {
    presence: protects('runs of the project are held against rules'),
    attributes: { policy_set_id: reference, project_id: reference },
  },
  tfe_project_variable_set: {
    presence: part,
    attributes: { project_id: reference, variable_set_id: reference },
    partOf: 'variable_set_id',
  },
  tfe_run_trigger: {
    presence: neither('when runs are queued; somebody confirms them'),
    attributes: { sourceable_id: reference, workspace_id: reference },
  },
  tfe_team_project_access: {
    presence: opens('a team works in the project'),
    attributes: {
      access: among('what the team may do', ['admin', 'maintain', 'write', 'read']),
      project_id: reference,
      team_id: reference,
    },
  },
  tfe_variable: {
    presence: neither('what runs find in their environment'),
    attributes: {
      key: renames('its name'),
      value: unsure('as whom runs work'),
      category: unsure('how runs read it'),
      hcl: unsure('how runs read it'),
      sensitive: on('whether people can read it', false),
      variable_set_id: reference,
    },
    partOf: 'variable_set_id',
  },
  tfe_variable_set: {
    presence: neither('its variables are compared'),
    attributes: {
      name,
      description,
      global: off('whether every workspace has it', false),
      priority: on('whether a workspace or a command cannot name other values', false),
    },
  },
  tfe_workspace: {
    presence: holds('a workspace with its state'),
    attributes: {
      name: unsure('roles trust runs by it'),
      organization: replaces('whose it is'),
      project_id: reference,
      description,
      terraform_version: harmless('which Terraform runs'),
      allow_destroy_plan: off('whether a run may destroy everything', true),
      auto_apply_run_trigger: off('whether runs are applied that nobody has seen', false),
      file_triggers_enabled: harmless('when runs are queued'),
      queue_all_runs: harmless('when runs are queued'),
      speculative_enabled: harmless('whether plans are made that cannot be applied'),
      structured_run_output_enabled: harmless('how runs are shown'),
      force_delete: off('whether a workspace is deleted with resources in its state', false),
    },
  },
  tfe_workspace_settings: {
    presence: neither('its values are compared'),
    attributes: {
      workspace_id: reference,
      execution_mode: unsure('on whose machine runs happen'),
      agent_pool_id: reference,
      global_remote_state: off('whether every workspace reads the state', false),
      remote_state_consumer_ids: fewer('which workspaces read the state'),
      auto_apply: off('whether runs are applied that nobody has seen', false),
      assessments_enabled: on('whether drift is looked for', false),
    },
    partOf: 'workspace_id',
  },
};
