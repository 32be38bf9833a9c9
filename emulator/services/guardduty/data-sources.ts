import type { Json } from '../../toolkit/untyped';
import type { FeatureName } from './features';

/** Reads the deprecated `dataSources` of a detector or an organization as switches of the features they became. */
export function readDataSources(dataSources: Json | undefined): [FeatureName, boolean][] {
  const ebsVolumes = dataSources?.malwareProtection?.scanEc2InstanceWithFindings?.ebsVolumes;
  const switches: [FeatureName, boolean | undefined][] = [
    ['S3_DATA_EVENTS', isOn(dataSources?.s3Logs)],
    ['EKS_AUDIT_LOGS', isOn(dataSources?.kubernetes?.auditLogs)],
    ['EBS_MALWARE_PROTECTION', isOn(ebsVolumes)],
  ];
  return switches.filter((one): one is [FeatureName, boolean] => one[1] !== undefined);
}

/** Writes the features that also are data sources in the nesting of `dataSources`. */
export function writeDataSources(write: (feature: FeatureName) => Json): Json {
  return {
    s3Logs: write('S3_DATA_EVENTS'),
    kubernetes: { auditLogs: write('EKS_AUDIT_LOGS') },
    malwareProtection: { scanEc2InstanceWithFindings: { ebsVolumes: write('EBS_MALWARE_PROTECTION') } },
  };
}

/** A detector writes `enable` (for EBS volumes the bare boolean), an organization `autoEnable`. */
function isOn(value: Json | boolean | undefined): boolean | undefined {
  return typeof value === 'object' ? (value.enable ?? value.autoEnable) : value;
}
