import type { Control } from '../../../schema/landing-zone';
import { controlProperties } from './control-properties';
import { metadataOf, type OscalContext, statementOf } from './document';
import { uuidOf } from './uuid';

/** The controls of the landing zone as a catalog, so that what the other documents say of a control leads somewhere. */
export function catalogOf(context: OscalContext) {
  const { zone } = context;
  const services = [...new Set(zone.controls.map(({ service }) => service))].sort();
  return {
    catalog: {
      uuid: uuidOf(zone.name, 'catalog'),
      metadata: metadataOf(context, 'Controls'),
      groups: services.map((service) => ({
        id: `service-${service}`,
        title: service,
        controls: zone.controls.filter((control) => control.service === service).map(controlOf),
      })),
    },
  };
}

const controlOf = (control: Control) => ({
  id: control.id,
  title: control.title,
  props: controlProperties(control),
  parts: [
    { id: statementOf(control.id), name: 'statement', prose: `${control.title}.` },
    { id: `${control.id}_gdn`, name: 'guidance', prose: `${control.why} Instead: ${control.fix}` },
  ],
});
