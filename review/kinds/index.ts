import { ownValue } from '../../schema/facts/own-value';
import { among, harmless, more, on, replaces, unsure } from '../direction';
import type { Attribute, Kind, Kinds } from '../kind';
import { access } from './access';
import { bedrock } from './bedrock';
import { data } from './data';
import { guardDuty } from './guardduty';
import { hcp } from './hcp';
import { macie } from './macie';
import { messages } from './messages';
import { organization } from './organization';
import { recording } from './recording';
import { securityHub } from './security-hub';
import { storage } from './storage';

/** All that a review knows of types of resources; a type that a stack writes and that is not here fails a test, and is not judged. */
export const kinds: Kinds = {
  ...access,
  ...bedrock,
  ...data,
  ...guardDuty,
  ...hcp,
  ...macie,
  ...recording,
  ...securityHub,
  ...messages,
  ...organization,
  ...storage,
};

/** What Terraform takes of every resource, and what AWS makes of every one. */
const everywhere: Readonly<Record<string, Attribute>> = {
  'lifecycle.prevent_destroy': on('whether Terraform refuses to destroy it', false),
  'lifecycle.create_before_destroy': harmless('the order in which things are made'),
  'lifecycle.*': unsure('what Terraform looks at, checks and repairs'),
  depends_on: harmless('the order in which things are made'),
  'timeouts.*': harmless('how long Terraform waits'),
  timeouts: harmless('how long Terraform waits'),
  'tags.data-classification': among(
    'how confidential it is said to be',
    ['public', 'internal', 'confidential', 'restricted'],
    'public',
  ),
  'tags.data-domain': more('by which jobs choose what they search'),
  'tags.risk-class': more('by which reviews are chosen'),
  'tags.*': harmless('a word for people and bills'),
  'tags_all.*': harmless('tags are compared by themselves'),
  id: harmless('the name that AWS gave it'),
  arn: harmless('the name that AWS gave it'),
  region: replaces('where it is'),
};

/** The attribute at a path without places in lists; undefined where nobody knows it. */
export function tryAttribute(kind: Kind, path: string): Attribute | undefined {
  const parts = path.split('.');
  const above = parts.map((_, index) => [...parts.slice(0, index), '*'].join('.')).reverse();
  const tables = [kind.attributes, everywhere];
  return tables.flatMap((table) => [path, ...above].flatMap((name) => ownValue(table, name) ?? []))[0];
}
