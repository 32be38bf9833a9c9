import type { Holder } from '../proof/holder';
import type { Direction } from './direction';
import type { Body } from './stack-json';
import type { Effect } from './verdict';

/** What it means that a thing is there, which is lost or begins with it. */
export interface Presence {
  /**
   * It protects; it lets somebody or something through; it keeps data, which goes with it; it does neither by itself. Of what is
   * `elsewhere` the whole landing zone is compared.
   */
  readonly does: 'protects' | 'opens' | 'holds' | 'neither' | 'elsewhere';
  readonly why: string;
}

/** A document of IAM's policy language, which is compared by proof. */
export interface DocumentAttribute extends Pick<Holder, 'use' | 'service'> {
  readonly document: true;
  /** It is new with the thing that it stands in, or goes with it: then nobody had anything of that before, or has it after. */
  readonly withItself?: true;
}

/** What is more than values: compared as a whole, by a judge of its own. */
interface WholeAttribute {
  readonly whole: (before: unknown, after: unknown, resource: Body) => readonly Effect[];
  /** It says everything of a resource that is new or gone, too. */
  readonly alone?: true;
}

/** What is compared elsewhere, with other resources. */
interface ElsewhereAttribute {
  readonly elsewhere: string;
}

export type Attribute = Direction | DocumentAttribute | WholeAttribute | ElsewhereAttribute;

/** All that a review knows of a type of resource. */
export interface Kind {
  readonly presence: Presence | ((body: Body) => Presence);
  /** By their path, without the places in lists: `rule.expiration.days`; `tags.*` is every one below it. */
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether it is no more than its values: without it, AWS does what it does where all of them are absent. */
  readonly isSetting?: true;
  /** The attribute that refers to what it is a part of: what is new with that is no change of anything that was there. */
  readonly partOf?: string;
}

export type Kinds = Readonly<Record<string, Kind>>;

export const protects = (why: string): Presence => ({ does: 'protects', why });
export const opens = (why: string): Presence => ({ does: 'opens', why });
export const holds = (why: string): Presence => ({ does: 'holds', why });
export const neither = (why: string): Presence => ({ does: 'neither', why });
export const elsewhere = (why: string): Presence => ({ does: 'elsewhere', why });

export const documentOf = (use: Holder['use'], service: string): DocumentAttribute => ({
  document: true,
  use,
  service,
});
