import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';

/** The tags of resources by ARN; a resource is known from its creation to its deletion, tagged or not. */
export class Tags {
  private readonly byArn = new Map<string, Map<string, string>>();

  /** Makes the resource known; tags given when it is already there are ignored, as AWS Config does. */
  create(arn: string, tags: readonly Json[] = []): void {
    if (!this.byArn.has(arn)) this.byArn.set(arn, new Map(pairs(tags)));
  }

  /** Forgets the resource. */
  delete(arn: string): void {
    this.byArn.delete(arn);
  }

  /** TagResource, UntagResource and ListTagsForResource. */
  operations(): Record<string, Handler> {
    return {
      TagResource: ({ input }) => {
        const tags = this.find(input.ResourceArn);
        const added = new Map([...tags, ...pairs(input.Tags)]);
        if (added.size > MAX_TAGS)
          throw new AwsError('TooManyTagsException', `A resource has at most ${MAX_TAGS} tags.`);
        this.byArn.set(input.ResourceArn, added);
        return {};
      },
      UntagResource: ({ input }) => {
        const tags = this.find(input.ResourceArn);
        for (const key of input.TagKeys) tags.delete(key);
        return {};
      },
      ListTagsForResource: ({ input }) => ({
        Tags: [...this.find(input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })),
      }),
    };
  }

  private find(arn: string): Map<string, string> {
    const tags = this.byArn.get(arn);
    if (tags === undefined) throw new AwsError('ResourceNotFoundException', `ResourceArn '${arn}' does not exist`);
    return tags;
  }
}

const MAX_TAGS = 50;

const pairs = (tags: readonly Json[]): [string, string][] => tags.map(({ Key, Value }) => [Key, Value ?? '']);
