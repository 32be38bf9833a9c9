import type { AccessRequest } from '../../../policy/guardrails/simulation/request';
import type { ConditionKeys } from '../../../policy/iam/context';

/** Whoever calls AWS, in words and as a role of the account. */
export interface Caller {
  readonly name: string;
  /** As `AccessRequest.principal`. */
  readonly principal: string;
}

const person = (name: string, permissionSet: string): Caller => ({
  name,
  principal: `aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${permissionSet}_0123456789abcdef`,
});

export const scientist = person('a data scientist', 'DataScientist');
export const engineer = person('an ML engineer', 'MlEngineer');
export const administrator = person('an administrator of the security account', 'SecurityAdministrator');
export const approver: Caller = { name: 'a model approver', principal: 'modelApprovers' };
export const steward: Caller = { name: 'a data steward', principal: 'dataStewards' };
export const responder: Caller = { name: 'a security responder', principal: 'securityResponders' };
/** Comes from the company's repository by OIDC. */
export const pipeline: Caller = { name: 'the delivery pipeline', principal: 'ci/triage-delivery' };
/** Execution role of jobs, pipelines, notebooks and endpoints. */
export const job: Caller = { name: 'a SageMaker job', principal: 'service-role/triage-sagemaker' };
export const application: Caller = { name: 'the triage application', principal: 'triage-application' };
export const agent: Caller = { name: 'an agent', principal: 'service-role/AmazonBedrockExecutionRoleForAgents_triage' };
export const knowledgeBase: Caller = {
  name: 'a knowledge base',
  principal: 'service-role/AmazonBedrockExecutionRoleForKnowledgeBase_triage',
};
export const glueJob: Caller = { name: 'a Glue job', principal: 'service-role/triage-glue' };

/** A call to AWS, with what it is for. */
export interface Call {
  readonly who: string;
  /** Goes on after `who`: `reads the training data`. */
  readonly why: string;
  readonly request: Omit<AccessRequest, 'account'>;
}

/** A call of somebody, by default on everything and with no key but those that AWS always sends. */
export const call = (
  { name, principal }: Caller,
  why: string,
  action: string,
  resource = '*',
  context: ConditionKeys = {},
): Call => ({ who: name, why, request: { principal, action, resource, context } });

/** Stands for the id of the account in which a call is made. */
const here = '{account}';

/** A resource of the account in the home region: `on('sagemaker', 'endpoint/triage')`. */
export const on = (service: string, resource: string, region = 'eu-central-1'): string =>
  `arn:aws:${service}:${region}:${here}:${resource}`;
export const role = (name: string): string => `arn:aws:iam::${here}:role/${name}`;
/** A bucket of the landing zone's data lake, or an object in it. */
export const lake = (domain: string, object?: string): string =>
  `arn:aws:s3:::acme-ai-data-${domain}-${here}${object ? `/${object}` : ''}`;
export const key = on('kms', 'key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6');

/** The call as it is made in an account with an id. */
export const inAccount = (account: string, id: string, { request }: Call): AccessRequest => ({
  account,
  ...JSON.parse(JSON.stringify(request).replaceAll(here, id)),
});

/** Condition keys without one of them. */
export const without = (context: ConditionKeys, dropped: string): ConditionKeys =>
  Object.fromEntries(Object.entries(context).filter(([name]) => name !== dropped));

/** A call that must not go through. */
export interface Violation extends Call {
  /** Ids of the controls that deny it, sorted: all of them, so that nothing else is wrong with the call. */
  readonly deniedBy: readonly string[];
}

/** Calls that one control denies, and no other. */
export const deniedBy = (control: string, ...calls: readonly Call[]): readonly Violation[] =>
  calls.map((each) => ({ ...each, deniedBy: [control] }));
