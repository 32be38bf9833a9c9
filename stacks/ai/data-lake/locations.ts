import { LakeformationResource } from '@cdktf/provider-aws/lib/lakeformation-resource';
import type { Construct } from 'constructs';
import { databasePrefix, ownDatabases } from '../../../schema/forms/ai/data-lake-view';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { ServiceRole } from '../../parts/service-role';
import { type LakeObjects, locationRole, readObjects } from './objects';

/**
 * Registers the folder of each database, with a role that reads these folders and nothing else. Not the service-linked role: a location
 * cannot leave it later, and it has no permission on our key.
 */
export class Locations extends Part {
  /** Lake Formation guards no table before its folder is registered. */
  readonly locations: readonly LakeformationResource[];

  constructor(scope: Construct, id: string, objects: LakeObjects) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { lake, training } = objects;
    const role = new ServiceRole(this, 'data-lake-role', {
      name: locationRole(zone),
      description: 'Lets Lake Formation read the folders of the data lake',
      service: 'lakeformation.amazonaws.com',
      statements: readObjects(objects, zone.homeRegion),
    });
    this.locations = ownDatabases(lake).map(
      (database) =>
        new LakeformationResource(this, `lake-location-${database.name}`, {
          ...here.home,
          arn: `${training.arn}/${databasePrefix(database).slice(0, -1)}`,
          roleArn: role.arn,
          // In hybrid mode IAM would still read past every filter.
          hybridAccessEnabled: false,
          dependsOn: [...role.permissions, training.policy],
        }),
    );
  }
}
