import { z } from 'zod';
import {
  branchPattern,
  environmentPattern,
  gitlabProjectPattern,
  hostNamePattern,
  repositoryPattern,
} from '../facts/patterns';
import type { DeepReadonly } from './deep-readonly';
import { matching } from './text';
import { trusteesForm } from './trustees';

/** Whether the IAM OIDC provider of the management account is made, or is there: an account has one for each issuer. */
const oidcProvider = z.enum(['create', 'existing']).default('create');

/** The branch that is deployed; Git keeps it as a file, and a name of one has at most 255 characters. */
const branch = matching(branchPattern).max(255, 'must have at most 255 characters').default('main');

/** Whose runs are trusted, by the tokens that they sign: no key is kept anywhere. */
export const identityForm = z.strictObject({
  /** Runs of HCP Terraform, in the workspaces of `backend`. */
  hcp: z.strictObject({ oidcProvider }).optional(),
  /** Jobs of GitHub Actions in one repository. */
  github: z
    .strictObject({
      /** `acme/landing-zone`; with ids, `acme@123456/landing-zone@456789`, where the repository has immutable subject claims. */
      repository: matching(repositoryPattern),
      /** The environment of jobs that apply: its rules say who approves. */
      environment: matching(environmentPattern),
      /** Jobs on it may plan, and so may those of pull requests. */
      branch,
      oidcProvider,
    })
    .optional(),
  /** Jobs of GitLab in one project. */
  gitlab: z
    .strictObject({
      /** `acme/platform/landing-zone`. */
      project: matching(gitlabProjectPattern),
      hostname: matching(hostNamePattern).default('gitlab.com'),
      /** Jobs on it may apply, so protect it; those of every other branch may plan. */
      branch,
      oidcProvider,
    })
    .optional(),
  /** Persons of the management account who may plan on a machine of their own: they need what the read role of each account may read. */
  operators: trusteesForm.optional(),
});

export type Identity = DeepReadonly<z.output<typeof identityForm>>;
