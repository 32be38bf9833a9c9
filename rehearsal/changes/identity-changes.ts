import { adds, type Rows, to, unrehearsed } from './change';

const hcpFields = [
  'organization',
  'hostname',
  'project',
  'workspacePrefix',
  'manage',
  'manage.terraformVersion',
  'manage.execution',
  'manage.execution.agentPool',
  'manage.runTriggers',
  'manage.healthAssessments',
  'manage.teams',
  'manage.teams[].name',
  'manage.teams[].access',
  'manage.notifications',
  'manage.notifications[].name',
  'manage.notifications[].emails',
  'manage.notifications[].on',
  'manage.policies',
];

/** Rows of `backend` of the type `hcp`. */
export const hcpChanges: Rows = Object.fromEntries(
  hcpFields.map((field) => [
    `backend(hcp).${field}`,
    unrehearsed('a rehearsal keeps its state below its own folder, and there is no HCP Terraform in the emulated AWS'),
  ]),
);

const issuerWhy =
  'runs of HCP Terraform are trusted where they keep the state, and a rehearsal keeps it below its own folder';
const github = ['identity/aws_iam_openid_connect_provider.github'];
const gitlab = ['identity/aws_iam_openid_connect_provider.gitlab'];

/** Rows of `identity`. */
export const identityChanges: Rows = {
  identity: unrehearsed('the stack `identity` comes with it, and an operator applies it before everything else'),
  'identity.hcp': unrehearsed(issuerWhy),
  'identity.hcp.oidcProvider': unrehearsed(issuerWhy),
  'identity.github': to(undefined, { loses: github }),
  'identity.github.repository': to('acme/other'),
  'identity.github.environment': to('live'),
  'identity.github.branch': to('trunk'),
  'identity.github.oidcProvider': to('existing', { loses: github }),
  'identity.gitlab': to(undefined, { loses: gitlab }),
  'identity.gitlab.project': to('acme/platform/other'),
  'identity.gitlab.hostname': to('gitlab.example.com', { loses: gitlab }),
  'identity.gitlab.branch': to('trunk'),
  'identity.gitlab.oidcProvider': to('existing', { loses: gitlab }),
  'identity.operators': adds({ permissionSet: 'Audit' }),
  'identity.operators[].permissionSet': to('Platform'),
  'identity.operators[].account': to('management'),
  'identity.operators[].role': to('Standby', { at: 'settings.identity.operators[1].role' }),
  'identity.operators[].user': to('second-shift', { at: 'settings.identity.operators[2].user' }),
};
