import { EventRecord } from './event-record';
import type { Credentials } from './gateway/credentials';
import { accessanalyzer } from './services/accessanalyzer';
import { account } from './services/account';
import { athena } from './services/athena';
import { bedrock } from './services/bedrock';
import { budgets } from './services/budgets';
import { ce } from './services/ce';
import { chatbot } from './services/chatbot';
import { cloudformation } from './services/cloudformation';
import { cloudtrail } from './services/cloudtrail';
import { config } from './services/config';
import { ec2 } from './services/ec2';
import { glue } from './services/glue';
import { guardduty } from './services/guardduty';
import { iam } from './services/iam';
import { inspector2 } from './services/inspector2';
import { lakeformation } from './services/lakeformation';
import { lambda } from './services/lambda';
import { macie2 } from './services/macie2';
import { organizations } from './services/organizations';
import { ram } from './services/ram';
import { sagemaker } from './services/sagemaker';
import { securityhub } from './services/securityhub';
import { servicequotas } from './services/servicequotas';
import { sts } from './services/sts';
import { Clock } from './toolkit/clock';
import { idSequence } from './toolkit/ids';
import type { Service } from './toolkit/service';
import type { Inventory, Moto, World, WorldSettings } from './world';

interface Services {
  readonly world: World;
  readonly events: EventRecord;
  readonly services: readonly Service[];
  readonly inventories: readonly Inventory[];
  isOpen(account: string): boolean;
}

/** Every emulated service, in one world. */
export function createServices(settings: WorldSettings, moto: Moto, credentials: Credentials): Services {
  const newId = idSequence(1);
  const clock = new Clock(settings.now);
  const events = new EventRecord();
  const { service, view, inventory, isOpen } = organizations({ settings, moto, clock, newId });
  const world: World = {
    settings,
    organization: view,
    moto,
    clock,
    events,
    newId,
    isRecording: (account, region) => recorders.isRecording(account, region),
  };
  const recorders = config(world);
  const analyzers = accessanalyzer(world);
  const identities = iam(world, { 'access-analyzer.amazonaws.com': (account) => analyzers.roleUse(account) });
  const models = sagemaker(world);
  const foundationModels = bedrock(world);
  const governed = [
    recorders,
    analyzers,
    identities,
    ...[
      account,
      athena,
      budgets,
      ce,
      chatbot,
      cloudtrail,
      ec2,
      glue,
      guardduty,
      inspector2,
      lakeformation,
      lambda,
      macie2,
      ram,
      securityhub,
      servicequotas,
    ].map((create) => create(world)),
    models,
    foundationModels,
    cloudformation(world, { bedrock: foundationModels, sagemaker: models }),
  ];
  return {
    world,
    events,
    services: [
      service,
      sts({ credentials, isOpen, organization: view, hasRootSessions: () => identities.hasRootSessions() }),
      ...governed,
    ],
    inventories: [inventory, ...governed],
    isOpen,
  };
}
