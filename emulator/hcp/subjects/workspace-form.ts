import { anything, boolean, type Form, listOf, matching, oneOf, orNull, plainName, text, texts } from '../api/forms';
import type { Attributes } from '../records';

/** Attributes of a workspace that may be written. Source: HCP Terraform docs, "Workspaces API"; go-tfe 1.94, `WorkspaceUpdateOptions`. */
export const workspaceForm: Form = {
  name: plainName,
  description: orNull(text),
  'agent-pool-id': orNull(text),
  'allow-destroy-plan': boolean,
  'assessments-enabled': boolean,
  'auto-apply': boolean,
  'auto-apply-run-trigger': boolean,
  'auto-destroy-at': orNull(text),
  'auto-destroy-activity-duration': orNull(text),
  'inherits-project-auto-destroy': boolean,
  'execution-mode': oneOf('remote', 'local', 'agent'),
  'file-triggers-enabled': boolean,
  'global-remote-state': boolean,
  'hyok-enabled': orNull(boolean),
  operations: boolean,
  'queue-all-runs': boolean,
  'setting-overwrites': anything,
  'source-name': orNull(text),
  'source-url': orNull(text),
  'speculative-enabled': boolean,
  'structured-run-output-enabled': boolean,
  'terraform-version': orNull(
    matching(/^(latest|[~<>=!\d][~<>=!\d.,\w -]*)$/, 'must be a version of Terraform, or a constraint of it'),
  ),
  'trigger-patterns': texts,
  'trigger-prefixes': texts,
  'vcs-repo': anything,
  'working-directory': orNull(text),
  'tag-names': listOf(matching(/^[a-z0-9:_-]{1,255}$/, 'must hold lower-case letters, digits, ":", "-" and "_"')),
};

/** A workspace of which nothing was said but its name. Source: the defaults of "Create a Workspace". */
export const newWorkspace = (terraformVersion: string, now: string): Attributes => ({
  ...{ description: null, environment: 'default', source: 'tfe-api', 'source-name': null, 'source-url': null },
  ...{ 'allow-destroy-plan': true, 'assessments-enabled': false, 'auto-apply': false, 'auto-apply-run-trigger': false },
  ...{ 'auto-destroy-at': null, 'auto-destroy-activity-duration': null, 'inherits-project-auto-destroy': true },
  ...{ 'execution-mode': 'remote', 'setting-overwrites': { 'execution-mode': false, 'agent-pool': false } },
  ...{ 'file-triggers-enabled': true, 'global-remote-state': false, 'hyok-enabled': false, 'queue-all-runs': false },
  ...{ 'speculative-enabled': true, 'structured-run-output-enabled': true, 'terraform-version': terraformVersion },
  ...{ 'trigger-patterns': [], 'trigger-prefixes': [], 'vcs-repo': null, 'working-directory': '' },
  ...{ locked: false, 'resource-count': 0, 'tag-names': [], 'created-at': now, 'updated-at': now },
});
