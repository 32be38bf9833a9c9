import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { App } from 'cdktf';
import { policyDocument, type Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { stackNames } from '../../schema/facts/stack-names';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { identityInputs } from './inputs';
import { type Issuer, issuersOf } from './issuers';
import { applyDenials, planStatements } from './run-permissions';

/**
 * How long a session of a run lasts: a job that works through every stack of a large organization takes hours, and its token of minutes
 * gets it no second session.
 */
const sessionSeconds = 4 * 60 * 60;

/** Who runs plans and applies without a key: the issuers of their tokens, and the two roles of the management account that take them. */
export class IdentityStack extends LandingZoneStack<Record<never, never>> {
  constructor(app: App, zone: LandingZone) {
    super(app, stackNames.identity, {}, { zone, account: zone.managementAccount, inputs: () => identityInputs });
    const issuers = issuersOf(zone).map((issuer) => ({ ...issuer, arn: this.providerOf(issuer) }));
    const trust = (subjects: (issuer: Issuer) => readonly string[]) =>
      issuers.map((issuer) => trustOf(issuer, issuer.arn, subjects(issuer)));
    const plan = this.makeRole('plan', {
      name: names.planRole(zone),
      description: 'Runs plan as it: it reads, and changes nothing',
      trust: trust((issuer) => issuer.plan),
    });
    this.allow('plan', plan, planStatements(zone));
    const apply = this.makeRole('apply', {
      name: names.applyRole(zone),
      description: 'Runs apply as it',
      trust: trust((issuer) => issuer.apply),
    });
    this.allow('apply', apply, applyDenials(zone));
    new IamRolePolicyAttachment(this, 'apply-AdministratorAccess', {
      ...this.here.home,
      role: apply.name,
      policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    });
  }

  /** The ARN of the issuer's provider; an account has one for each URL. */
  private providerOf({ id, host, audience, isMade }: Issuer): string {
    if (!isMade) return `arn:aws:iam::${this.here.id}:oidc-provider/${host}`;
    return new IamOpenidConnectProvider(this, id, {
      ...this.here.home,
      url: `https://${host}`,
      clientIdList: [audience],
    }).arn;
  }

  private makeRole(
    id: string,
    { name, description, trust }: { readonly name: string; readonly description: string; readonly trust: Statement[] },
  ): IamRole {
    return new IamRole(this, id, {
      ...this.here.home,
      name,
      description,
      assumeRolePolicy: policyDocument(trust),
      maxSessionDuration: sessionSeconds,
    });
  }

  private allow(id: string, role: IamRole, statements: readonly Statement[]): void {
    new IamRolePolicy(this, `${id}-policy`, {
      ...this.here.home,
      name: id,
      role: role.name,
      policy: policyDocument(statements),
    });
  }
}

/** Lets the runs with these subjects have a session, by tokens for this audience only. */
const trustOf = ({ id, host, audience }: Issuer, providerArn: string, subjects: readonly string[]): Statement => ({
  Sid: { hcp: 'HcpTerraform', github: 'GitHubActions', gitlab: 'GitLab' }[id],
  Effect: 'Allow',
  Principal: { Federated: providerArn },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { [`${host}:aud`]: audience },
    StringLike: { [`${host}:sub`]: subjects },
  },
});
