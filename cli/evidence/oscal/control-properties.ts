import { frameworks } from '../../../schema/facts/frameworks';
import type { Control } from '../../../schema/landing-zone';
import { type Property, property } from './document';

/** How a control is kept, how far it goes here and why no further, and the requirements of every framework that it helps with. */
export const controlProperties = (control: Control): readonly Property[] => [
  property('mode', control.mode, control.reason === undefined ? {} : { remarks: control.reason }),
  property('severity', control.severity),
  property('where', placeOf(control)),
  ...kept(control).map((by) => property('kept-by', by)),
  ...(control.prevent?.exempt ?? []).map((role) =>
    property('exempt', role, { remarks: 'Its policies do not bind it.' }),
  ),
  ...control.promises.flatMap(({ that, exception }) => [
    property('promise', that, exception === undefined ? {} : { class: 'exception', remarks: exception }),
  ]),
  ...control.satisfies.flatMap(({ framework, requirements, basis, source }) =>
    requirements.map((requirement) =>
      property('requirement', `${frameworks[framework].title}: ${requirement}`, {
        class: framework,
        remarks: source ? `${basis}: ${source}` : basis,
      }),
    ),
  ),
];

/** By what a control is kept: policies, rules, resources that stand there. */
const kept = ({ prevent, detect, keptBy }: Control): readonly string[] => [
  ...(prevent?.scp.length ? ['service control policy'] : []),
  ...(prevent?.rcp.length ? ['resource control policy'] : []),
  ...(detect ? ['config rule'] : []),
  ...(keptBy ?? []).map(({ stack, resource }) => `${stack}/${resource}`),
];

/** Where a control holds, in a line. */
export function placeOf({ where }: Pick<Control, 'where'>): string {
  if (where === 'every account') return where;
  if ('organizationalUnits' in where) return `OU ${where.organizationalUnits.join(', ')}`;
  if ('accountsWithout' in where) return `accounts without ${where.accountsWithout}`;
  return `accounts tagged ${Object.entries(where.accountTags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')}`;
}
