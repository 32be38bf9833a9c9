import { among, harmless, kept, on, replaces, unsure } from '../direction';
import { type Kinds, neither, protects } from '../kind';
import type { Body } from '../stack-json';
import { administrator, description, findingsFilter, member, name, often, reference } from './words';

const isEnabled = ({ status, auto_enable }: Body, what: string) =>
  status === 'DISABLED' || auto_enable === 'NONE' ? neither(`it says that ${what} is off`) : protects(what);

const feature = (body: Body) => isEnabled(body, 'a protection plan of GuardDuty');
const featureAttributes = {
  account_id: replaces('whose feature it is'),
  detector_id: reference,
  name: replaces('which feature it is'),
  status: among('whether the feature is on', ['DISABLED', 'ENABLED']),
  auto_enable: among('whose feature is switched on', ['NONE', 'NEW', 'ALL']),
  'additional_configuration.name': harmless('which part of the feature it is'),
  'additional_configuration.status': among('whether the part of the feature is on', ['DISABLED', 'ENABLED']),
  'additional_configuration.auto_enable': among('whose part of the feature is switched on', ['NONE', 'NEW', 'ALL']),
};

/** GuardDuty: what finds threats, and whom it watches. */
export const guardDuty: Kinds = {
  aws_guardduty_detector: {
    presence: protects('threats are found'),
    attributes: {
      enable: on('whether threats are found', true),
      finding_publishing_frequency: kept(often('SIX_HOURS')),
    },
  },
  aws_guardduty_detector_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_member_detector_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_organization_configuration_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_filter: {
    presence: findingsFilter,
    attributes: {
      name,
      description,
      action: among('whether findings are hidden', ['ARCHIVE', 'NOOP']),
      detector_id: reference,
      'finding_criteria.*': harmless('what the view shows: filters of this landing zone archive nothing'),
      rank: harmless('the order of views'),
    },
  },
  aws_guardduty_invite_accepter: {
    presence: protects('an administrator watches over the account'),
    attributes: { detector_id: reference, master_account_id: administrator },
  },
  aws_guardduty_member: member,
  aws_guardduty_organization_admin_account: {
    presence: protects('one account sees the threats of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_guardduty_organization_configuration: {
    presence: protects('new accounts are watched'),
    attributes: {
      detector_id: reference,
      auto_enable_organization_members: among('which accounts are watched', ['NONE', 'NEW', 'ALL']),
    },
  },
  aws_guardduty_publishing_destination: {
    presence: protects('findings are kept'),
    attributes: {
      detector_id: reference,
      destination_arn: unsure('where findings are kept'),
      kms_key_arn: unsure('the key that encrypts findings'),
    },
  },
};
