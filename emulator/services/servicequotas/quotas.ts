/** A quota as AWS sets it in a new account. */
export interface Quota {
  readonly service: string;
  readonly serviceName: string;
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly adjustable: boolean;
}

const ec2 = { service: 'ec2', serviceName: 'Amazon Elastic Compute Cloud (Amazon EC2)', adjustable: true } as const;

/** Some of the many quotas that AWS has; a request for another one is answered as if it did not exist. Source: AWS General Reference, read 2026-11-27. */
export const knownQuotas: readonly Quota[] = [
  { ...ec2, code: 'L-417A185B', name: 'Running On-Demand P instances', value: 0 },
  { ...ec2, code: 'L-DB2E81BA', name: 'Running On-Demand G and VT instances', value: 0 },
  {
    service: 'lambda',
    serviceName: 'AWS Lambda',
    code: 'L-B99A9384',
    name: 'Concurrent executions',
    value: 1000,
    adjustable: true,
  },
  {
    service: 'vpc',
    serviceName: 'Amazon Virtual Private Cloud (Amazon VPC)',
    code: 'L-F678F1CE',
    name: 'VPCs per Region',
    value: 5,
    adjustable: true,
  },
];
