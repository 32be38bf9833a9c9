import type { Construct } from 'constructs';
import type { Grantee } from '../../../schema/forms/ai/data-lake-grants';
import { findAccount } from '../../../schema/organization-tree';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import type { AiContext } from '../context';
import { Catalog } from './catalog';
import { CatalogEncryption } from './catalog-encryption';
import { Grants } from './grants';
import { LakeQueries } from './lake-queries';
import { LakeRoles } from './lake-roles';
import { LakeSettings } from './lake-settings';
import { LfTags } from './lf-tags';
import { Locations } from './locations';

/** Training data behind Lake Formation: who sees which table, column and row is what the account file grants, and nothing else. */
export class DataLake extends Part {
  constructor(scope: Construct, id: string, context: AiContext) {
    super(scope, id);
    const { dataLake } = context.account.ai;
    if (!dataLake) return;
    const objects = { ...context, lake: dataLake };
    const { queries: asked } = dataLake;
    const queries = asked && new LakeQueries(this, 'queries', { ...objects, queries: asked });
    const roles = new LakeRoles(this, 'roles', { ...objects, queries });
    const settings = new LakeSettings(this, 'data-lake-settings', { lake: dataLake, roles });
    const { locations } = new Locations(this, 'locations', objects);
    const encryption = new CatalogEncryption(this, 'catalog-encryption', context.key);
    const catalog = new Catalog(this, 'catalog', {
      ...objects,
      dependsOn: [settings, encryption.settings, ...locations],
    });
    const { assigned } = new LfTags(this, 'lf-tags', { lake: dataLake, catalog, settings });
    new Grants(this, 'grants', {
      lake: dataLake,
      catalog,
      settings,
      tagged: assigned,
      principal: (grantee) => this.principalOf(grantee, roles, context),
    });
  }

  /** A grantee as Lake Formation names it: the ARN of a role or an OU, or twelve digits. */
  private principalOf(grantee: Grantee, roles: LakeRoles, { management }: AiContext): string {
    if ('role' in grantee) return roles.arnOf(grantee.role);
    const stack = LandingZoneStack.of(this);
    const { zone } = stack;
    if ('ou' in grantee) {
      const { organizationId, ouIds } = stack.read(management);
      const managementId = stack.accountId(zone.managementAccount);
      return `arn:aws:organizations::${managementId}:ou/${organizationId}/${ouIds(grantee.ou)}`;
    }
    return stack.accountId(findAccount(zone, grantee.account));
  }
}
