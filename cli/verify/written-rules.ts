import type { Attributes } from '../../live/reader';
import type { ConformancePack } from '../../policy/conformance/conformance-pack';

/** A rule in a template, as far as the templates of packs say it. */
interface TemplateRule {
  readonly Type: string;
  readonly Properties: {
    readonly ConfigRuleName: string;
    readonly Source: {
      readonly Owner: string;
      readonly SourceIdentifier?: string | { readonly 'Fn::Sub': string };
      readonly SourceDetails?: readonly object[];
    };
    readonly Scope?: { readonly ComplianceResourceTypes?: readonly string[] };
    readonly InputParameters?: Readonly<Record<string, string | { readonly Ref: string }>>;
  };
}

/** What the template of a pack makes in an account, by the names of its rules, with what the pack hands over in the place of parameters. */
export function rulesWrittenIn(
  { template, parameters, region }: Pick<ConformancePack, 'template' | 'parameters' | 'region'>,
  accountId: string,
): Readonly<Record<string, Attributes>> {
  const { Resources } = JSON.parse(template) as { readonly Resources: Readonly<Record<string, TemplateRule>> };
  const text = (value: string | { readonly 'Fn::Sub': string } | undefined) =>
    typeof value === 'object'
      ? value['Fn::Sub'].replace(/\$\{AWS::(Region|AccountId)\}/g, (_, what) =>
          what === 'Region' ? region : accountId,
        )
      : value;
  const given = (value: string | { readonly Ref: string }) =>
    typeof value === 'object' ? parameters[value.Ref] : value;
  const rules = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Config::ConfigRule');
  return Object.fromEntries(
    rules.map(({ Properties: { ConfigRuleName, Source, Scope, InputParameters = {} } }) => {
      const values = Object.entries(InputParameters).map(([name, value]) => [name, given(value)]);
      return [
        ConfigRuleName,
        {
          owner: Source.Owner,
          // What AWS adds where nothing is written, nobody wrote: null is not compared.
          identifier: text(Source.SourceIdentifier) ?? null,
          triggers: Source.SourceDetails ?? null,
          types: Scope?.ComplianceResourceTypes ?? null,
          parameters: JSON.stringify(Object.fromEntries(values)),
        },
      ];
    }),
  );
}
