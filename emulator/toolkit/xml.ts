import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  removeNSPrefix: true,
  processEntities: true,
});

/** A document as objects by the names of elements: texts, objects, and lists where there are several of a name. */
export const parseXml = (xml: string): unknown => parser.parse(xml);

/** The text of every element of a name, wherever it is in a document; none in a text that is no XML. */
export const elementsOf = (xml: string, name: string): readonly string[] => [...textsIn(parseXml(xml), name)];

/** The text of the first element of a name, if there is one. */
export const tryElement = (xml: string, name: string): string | undefined => elementsOf(xml, name)[0];

function* textsIn(node: unknown, name: string): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node))
    for (const item of [value].flat())
      if (key === name && typeof item === 'string') yield item;
      else yield* textsIn(item, name);
}
