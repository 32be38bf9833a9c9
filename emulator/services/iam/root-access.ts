import { AwsError } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import type { Inventory, OrganizationView } from '../../world';

/** The service principal of trusted access and of the delegated administrator. */
const PRINCIPAL = 'iam.amazonaws.com';

/** A feature of centralized root access, by its API name. */
type Feature = 'RootCredentialsManagement' | 'RootSessions';

/** Centralized root access of the organization: what is enabled, and who may ask. */
export class RootAccess implements Inventory {
  /** Enabled features by the organization's id, so that they end with the organization. */
  private readonly enabled = new Map<string, Set<Feature>>();

  constructor(private readonly organization: OrganizationView) {}

  /**
   * Enables a feature. The API names CallerIsNotManagementAccountException for this alone, so the delegated
   * administrator is taken to be refused here.
   */
  enable(call: Call, feature: Feature): Json {
    const { id, features } = this.find(call);
    if (call.account !== this.organization.managementAccount) throw callerIsNotManagement();
    this.enabled.set(id, features.add(feature));
    return this.list(call);
  }

  disable(call: Call, feature: Feature): Json {
    this.find(call).features.delete(feature);
    return this.list(call);
  }

  list(call: Call): Json {
    const { id, features } = this.find(call);
    return { EnabledFeatures: [...features], OrganizationId: id };
  }

  isEnabled(feature: Feature): boolean {
    return this.enabled.get(this.organization.find()?.id ?? '')?.has(feature) ?? false;
  }

  leftovers(): ReturnType<Inventory['leftovers']> {
    const account = this.organization.managementAccount;
    const features = this.enabled.get(this.organization.find()?.id ?? '') ?? [];
    return [...features].map((feature) => ({ account, resource: `global organizations-feature ${feature}` }));
  }

  /** The caller's organization and what is enabled in it, when the caller may know. */
  private find({ account }: Call): { id: string; features: Set<Feature> } {
    const organization = this.organization.find();
    if (!organization || !this.organization.isActiveMember(account)) throw organizationNotFound();
    const administrators = [
      this.organization.managementAccount,
      ...this.organization.delegatedAdministrators(PRINCIPAL),
    ];
    if (!administrators.includes(account)) throw notAdministrator();
    if (!this.organization.hasTrustedAccess(PRINCIPAL)) throw serviceAccessNotEnabled();
    return { id: organization.id, features: this.enabled.get(organization.id) ?? new Set() };
  }
}

const organizationNotFound = (): AwsError =>
  new AwsError('OrganizationNotFoundException', 'No organization is associated with your account.');

const notAdministrator = (): AwsError =>
  new AwsError(
    'AccountNotManagementOrDelegatedAdministratorException',
    'The account making the request is not the management account or delegated administrator account for centralized root access.',
  );

const callerIsNotManagement = (): AwsError =>
  new AwsError(
    'CallerIsNotManagementAccountException',
    'The account making the request is not the management account for the organization.',
  );

const serviceAccessNotEnabled = (): AwsError =>
  new AwsError('ServiceAccessNotEnabledException', 'Trusted access is not enabled for IAM in Organizations.');
