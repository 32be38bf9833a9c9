import type { SeverityLevel } from '@aws-sdk/client-macie2';
import { arnOf } from '../../toolkit/arn';
import { newUuid } from '../../toolkit/ids';
import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { Input, MacieCall, MacieOperations, Shape } from './api';
import { invalid, notFound } from './errors';
import { integer, oneOf, text, texts } from './input';
import { findIn, type Identifier, type MacieState } from './state';

/** Custom data identifiers, with the limits that Macie sets on them. */
export const customDataIdentifierOperations = (state: MacieState): MacieOperations => ({
  CreateCustomDataIdentifier: (call) => create(state, call),
  GetCustomDataIdentifier: (call) => {
    const { id, arn, tags, definition, createdAt, deleted } = findIn(state.identifiers, call, call.input.id);
    return { id, arn, tags: tagRecord(tags), ...definition, createdAt, deleted };
  },
  DeleteCustomDataIdentifier: (call) => {
    const identifier = findIn(state.identifiers, call, call.input.id);
    if (identifier.deleted) throw notFound();
    // Macie keeps the identifier, so that findings which it produced can still be explained.
    identifier.deleted = true;
    return {};
  },
  ListCustomDataIdentifiers: ({ account, region }) => ({
    items: state.identifiers
      .list(account, region)
      .filter(({ deleted }) => !deleted)
      .map(summary),
  }),
  BatchGetCustomDataIdentifiers: ({ account, region, input: { ids = [] } }) => ({
    customDataIdentifiers: ids.flatMap((id) => state.identifiers.get(account, region, id) ?? []).map(batchSummary),
    notFoundIdentifierIds: ids.filter((id) => !state.identifiers.get(account, region, id)),
  }),
});

const summary = ({ id, arn, createdAt, definition: { name, description } }: Identifier) => ({
  ...{ id, arn, name, description, createdAt },
});

const batchSummary = (identifier: Identifier) => ({ ...summary(identifier), deleted: identifier.deleted });

function create(state: MacieState, call: MacieCall<'CreateCustomDataIdentifier'>) {
  const { newId, clock } = state.world;
  const id = newUuid(newId);
  const identifier: Identifier = {
    id,
    arn: arnOf('macie2', call, `custom-data-identifier/${id}`),
    tags: tagsOfRecord(call.input.tags),
    definition: definitionOf(call.input),
    createdAt: clock.iso(),
    deleted: false,
  };
  state.identifiers.set(identifier, call.account, call.region, id);
  return { customDataIdentifierId: id };
}

const definitionOf = (input: Input<'CreateCustomDataIdentifier'>): Identifier['definition'] => ({
  name: text('name', input.name, 1, 128),
  regex: regex(text('regex', input.regex, 1, 512)),
  description: text('description', input.description ?? '', 0, 512),
  keywords: texts('keywords', input.keywords, 50, 3, 90),
  ignoreWords: texts('ignoreWords', input.ignoreWords, 10, 4, 90),
  maximumMatchDistance: integer('maximumMatchDistance', input.maximumMatchDistance ?? 50, 1, 300),
  severityLevels: severityLevels(input.severityLevels),
});

/** Macie takes a part of PCRE: no lookaround, backreference, condition, recursion or code (Macie User Guide, cdis-options). */
function regex(pattern: string): string {
  // What is escaped or in a class stands for itself; an escaped digit or name refers to a group.
  const syntax = pattern.replace(/\\[^1-9kg]|\[\^?\]?(?:\\.|[^\]\\])*\]/g, '');
  if (/\(\?(?:<?[=!]|\(|R|[&?{+-]?\d|&|\?\{|\{)|\\[1-9kg]/.test(syntax))
    throw invalid('the regex contains an unsupported pattern element');
  return pattern;
}

function severityLevels(
  levels: readonly Shape<SeverityLevel>[] = [{ occurrencesThreshold: 1, severity: 'MEDIUM' }],
): readonly Shape<SeverityLevel>[] {
  if (levels.length > 3) throw invalid('severityLevels can contain as many as 3 values');
  return levels.map(({ occurrencesThreshold, severity }) => ({
    occurrencesThreshold: integer('occurrencesThreshold', occurrencesThreshold, 1, Number.MAX_SAFE_INTEGER),
    severity: oneOf('severity', severity, ['LOW', 'MEDIUM', 'HIGH']),
  }));
}
