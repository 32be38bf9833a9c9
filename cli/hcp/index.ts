import { type CommandGroup, defineCommand } from '../kit/command';
import { applyOptions, bootstrapOptions, exportOptions, migrateOptions, planOptions, statusOptions } from './options';

const token =
  'Needs a token of a team or user in TFE_TOKEN, TF_TOKEN_app_terraform_io or from `terraform login`. See docs/hcp-terraform.md.';

export const bootstrap = defineCommand({
  name: 'bootstrap',
  summary:
    'Makes project and workspaces of HCP Terraform by the stack hcp, the first time and whenever accounts come or go.',
  description: `Checks token, organization and what its plan admits, applies the stacks hcp and identity from this machine, and carries states with --from. ${token}`,
  options: bootstrapOptions,
  refuses: true,
  no: 'somebody did not approve',
  examples: ['hcp bootstrap --dry-run', 'hcp bootstrap', 'hcp bootstrap --from local'],
  run: (options, context) => (require('./bootstrap') as typeof import('./bootstrap')).run(options, context),
});

export const plan = defineCommand({
  name: 'plan',
  summary: 'Starts speculative runs of the stacks that have changed, with a link to each, or looks for drift by runs.',
  description: token,
  options: planOptions,
  refuses: true,
  no: 'a plan destroys or replaces what is protected, or --drift finds something',
  examples: ['hcp plan', 'hcp plan --markdown', 'hcp plan --drift'],
  run: (options, context) => (require('./plan') as typeof import('./plan')).run(options, context),
});

export const apply = defineCommand({
  name: 'apply',
  summary: 'Plans and applies what has changed by runs of HCP Terraform, wave by wave, and asks before each wave.',
  description: `What fails holds up only what comes after it. Ctrl-C begins nothing more and lets runs end; a run goes on also where this command is killed, and --resume finds it. ${token}`,
  options: applyOptions,
  refuses: true,
  no: 'somebody did not approve a wave',
  examples: ['hcp apply', 'hcp apply --approve', "hcp apply --stack 'account-*'", 'hcp apply --resume'],
  run: (options, context) => (require('./apply') as typeof import('./apply')).run(options, context),
});

export const status = defineCommand({
  name: 'status',
  summary:
    'Shows each workspace: its last run, who holds it, who may read its state, and whether the stack has changed since.',
  description: token,
  options: statusOptions,
  refuses: true,
  no: 'something is not as it should be',
  examples: ['hcp status', 'hcp status --json'],
  run: (options, context) => (require('./status') as typeof import('./status')).run(options, context),
});

export const migrate = defineCommand({
  name: 'migrate',
  summary:
    'Carries the states of the stacks from where they were to where the settings keep them now, in every direction.',
  description:
    'Holds both places, writes, reads back and compares; the old states stay as they are. Write the new backend into the settings first.',
  options: migrateOptions,
  refuses: true,
  examples: [
    'hcp migrate --from local --dry-run',
    "hcp migrate --from 's3://acme-states/landing-zone?region=eu-central-1'",
    'hcp migrate --from hcp://app.terraform.io/acme/landing-zone',
  ],
  run: (options, context) => (require('./migrate') as typeof import('./migrate')).run(options, context),
});

export const exportJson = defineCommand({
  name: 'export',
  summary:
    'Writes what is synthesized into a folder to be committed, for workspaces that take their files from a repository.',
  options: exportOptions,
  refuses: true,
  examples: ['hcp export --to ../landing-zone-synthesized'],
  run: (options, context) => (require('./export') as typeof import('./export')).run(options, context),
});

export const hcp: CommandGroup = {
  name: 'hcp',
  summary: 'Plans and applies by runs of HCP Terraform.',
  commands: [bootstrap, plan, apply, status, migrate, exportJson],
};
