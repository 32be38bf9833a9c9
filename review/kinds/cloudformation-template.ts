import { differencesOf } from '../differences';
import { holds, neither, type Presence, protects } from '../kind';
import { tryTemplateResources } from '../template';
import type { Effect } from '../verdict';

interface TemplateResource {
  readonly Type?: string;
  readonly [member: string]: unknown;
}

interface KnownType {
  readonly presence: Presence;
  /** Members that say nothing about security, as they begin, each with the reason. */
  readonly harmless: Readonly<Record<string, string>>;
}

const record = 'a record for people, which no policy reads';

/** The types that templates of the landing zone make; a change of another one is not judged. */
const types: Readonly<Record<string, KnownType>> = {
  'AWS::Bedrock::EnforcedGuardrailConfiguration': {
    presence: protects('every call of a model in the account goes through the guardrail'),
    harmless: {},
  },
  'AWS::Bedrock::ResourcePolicy': { presence: neither('its document is compared by people'), harmless: {} },
  'AWS::SageMaker::Artifact': {
    presence: holds('a record of which data trained which model'),
    harmless: { 'Properties.Properties': record, Metadata: record },
  },
  'AWS::SageMaker::Context': {
    presence: holds('a record of a project'),
    harmless: { 'Properties.Description': record, 'Properties.Properties': record, Metadata: record },
  },
  'AWS::SageMaker::ModelCard': {
    presence: holds('a model card, which AWS keeps the versions of'),
    harmless: { 'Properties.Content': record, 'Properties.Tags': record, Metadata: record },
  },
};

const resourcesIn = (body: unknown) => tryTemplateResources<TemplateResource | null>(body);

const typeOf = (resource: TemplateResource | null | undefined) => resource?.Type ?? 'a resource without a type';

/** What a template makes of security: without one nothing is made. */
export const cloudFormationTemplate = {
  presence(body: unknown): Presence {
    const all = Object.values(resourcesIn(body) ?? {}).map((each) => types[typeOf(each)]?.presence);
    return all.find((each) => each?.does === 'holds') ?? neither('each thing that it makes is compared');
  },

  compare(before: unknown, after: unknown): readonly Effect[] {
    const [old, now] = [resourcesIn(before), resourcesIn(after)];
    if (!old || !now) return [{ verdict: 'not judged', says: 'nobody here can read its template' }];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((id): readonly Effect[] => {
      const [was, is] = [old[id], now[id]];
      const type = typeOf(is ?? was);
      const known = types[type];
      if (was && is)
        return differencesOf(was, is).map(({ path }) => ({
          verdict: Object.keys(known?.harmless ?? {}).some((each) => path.startsWith(each)) ? 'harmless' : 'not judged',
          says: `${path} of ${type} ${id}`,
        }));
      const protecting = known?.presence.does === 'protects' || known?.presence.does === 'holds';
      const verdict = !known ? 'not judged' : !protecting ? 'not judged' : was ? 'weaker' : 'stronger';
      return [{ verdict, says: `${type} ${id} ${was ? 'is gone' : 'is new'}` }];
    });
  },
};
