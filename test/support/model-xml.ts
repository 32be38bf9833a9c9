import { parseXml } from '../../emulator/toolkit/xml';
import type { ModelShape, ServiceModel, ShapeRef } from './service-models';

/** Elements of a name are a text, an object, or a list of them where there are several. */
type Node = string | { readonly [name: string]: Node | readonly Node[] };

/** An answer in XML as the value that JSON would have; an element that the model does not know keeps its name. */
export function readXmlAnswer(model: ServiceModel, operation: string, xml: string): unknown {
  const output = model.operations[operation]?.output;
  const root = parseXml(xml.replace(/^<\?xml[^>]*>\s*/, '')) as object;
  const [answer = {}] = Object.values(root) as readonly Node[];
  if (!output) return {};
  const node = output.resultWrapper ? childrenOf(answer, output.resultWrapper)[0] : withoutRequestId(answer);
  return decode(model, output, node ?? '');
}

/** EC2 writes it beside the members. */
const withoutRequestId = (node: Node): Node =>
  typeof node === 'string'
    ? node
    : Object.fromEntries(Object.entries(node).filter(([name]) => !/^requestId$/i.test(name)));

function childrenOf(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'string' ? undefined : node[name];
  return found === undefined ? [] : ([found].flat() as readonly Node[]);
}

function decode(model: ServiceModel, ref: ShapeRef, node: Node): unknown {
  const shape = model.shapes[ref.shape];
  switch (shape?.type) {
    case 'structure':
      return structureOf(model, shape, node);
    case 'list':
      return childrenOf(node, shape.member?.locationName ?? 'member').map((item) =>
        shape.member ? decode(model, shape.member, item) : item,
      );
    case 'map':
      return mapOf(model, shape, childrenOf(node, 'entry'));
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return /^-?\d+(\.\d+)?$/.test(String(node)) ? Number(node) : node;
    case 'boolean':
      return node === 'true' || node === 'false' ? node === 'true' : node;
    default:
      return node;
  }
}

function structureOf(model: ServiceModel, { members = {} }: ModelShape, node: Node): unknown {
  // Between the elements there is room.
  if (typeof node === 'string') return node.trim() === '' ? {} : node;
  const known = new Map(Object.entries(members).map(([name, ref]) => [elementOf(model, name, ref), { name, ref }]));
  return Object.fromEntries(
    Object.entries(node)
      .filter(([element]) => element !== '#text')
      .map(([element, child]) => {
        const member = known.get(element);
        if (!member) return [element, child];
        const { name, ref } = member;
        const shape = model.shapes[ref.shape];
        const items = [child].flat() as readonly Node[];
        const flat = shape?.type === 'list' && (shape.flattened || ref.flattened);
        const item = shape?.member;
        if (flat && item) return [name, items.map((each) => decode(model, item, each))];
        return [name, items[0] === undefined ? undefined : decode(model, ref, items[0])];
      }),
  );
}

/** The element of a member; that of a flattened list may be named after its items. */
function elementOf({ shapes }: ServiceModel, name: string, ref: ShapeRef): string {
  const shape = shapes[ref.shape];
  const ofItem = shape?.flattened || ref.flattened ? shape?.member?.locationName : undefined;
  return ref.locationName ?? ofItem ?? name;
}

const mapOf = (model: ServiceModel, { key, value }: ModelShape, entries: readonly Node[]): unknown =>
  Object.fromEntries(
    entries.map((entry) => {
      const [name] = childrenOf(entry, key?.locationName ?? 'key');
      const [item = ''] = childrenOf(entry, value?.locationName ?? 'value');
      return [String(name), value ? decode(model, value, item) : item];
    }),
  );
