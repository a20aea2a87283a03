import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Export, MEDIA_TYPES } from '@pm/exporting';
import type { FastifyReply } from 'fastify';

/** Says that a route answers with a file, in one of the formats of exports. */
export const AnswersFile = (): MethodDecorator =>
  applyDecorators(
    ApiProduces(...MEDIA_TYPES),
    ApiOkResponse({
      schema: { type: 'string', format: 'binary' },
      description: 'X-As-Of and X-As-Known-At, sent again, and X-Position name what the rows are of.',
    }),
  );

/** A file whose bytes are made as the reader takes them; its headers say how to ask for the same one again. */
export function sentExport(
  reply: FastifyReply,
  { taken, fileName, mediaType, bytes }: Export,
): StreamableFile {
  void reply.headers({
    'x-as-of': taken.asOf,
    'x-as-known-at': taken.asKnownAt,
    ...(taken.position && { 'x-position': taken.position }),
    'cache-control': 'private, no-cache',
  });
  const disposition = `attachment; filename="${fileName}"`;
  return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: mediaType, disposition });
}
