import { ServicequotasServiceQuota } from '@cdktf/provider-aws/lib/servicequotas-service-quota';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/**
 * Asks AWS for the quotas that the account needs raised. The address is what is asked for, so a quota is never replaced; when it goes,
 * Terraform forgets it and AWS keeps what was granted. Source: terraform-provider-aws 5.100, `aws_servicequotas_service_quota`.
 */
export class ServiceQuotas extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const { serviceQuotas, regions: everywhere } = here.account;
    for (const { service, code, value, regions = everywhere } of serviceQuotas)
      for (const region of regions)
        new ServicequotasServiceQuota(this, `quota-${service}-${code}-${region}`, {
          ...here.in(region),
          serviceCode: service,
          quotaCode: code,
          value,
        });
  }
}
