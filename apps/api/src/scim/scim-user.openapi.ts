import type { ApiBodyOptions } from '@nestjs/swagger';
import { SCHEMAS } from './schemas.js';

type Schema = Extract<ApiBodyOptions, { schema: object }>['schema'];

const text = (description: string, example: string): Schema => ({ type: 'string', description, example });

/** A user as a client sends them; further attributes are taken and not stored. */
export const userBody: Schema = {
  type: 'object',
  required: ['userName', 'displayName', SCHEMAS.enterprise],
  properties: {
    schemas: { type: 'array', items: { type: 'string', example: SCHEMAS.user } },
    userName: text('The person’s number. It is kept in clear for ever, so it is no e-mail address.', '1815'),
    displayName: text('Kept sealed; name.formatted, or given and family name, where absent.', 'Ada Lovelace'),
    active: { type: 'boolean', description: 'False: today is their last day.', example: true },
    [SCHEMAS.enterprise]: {
      type: 'object',
      properties: {
        department: text('Number of the unit, or its id.', '1'),
        manager: {
          type: 'object',
          description: 'Nobody where it is null; as it is where it is absent.',
          properties: { value: text('Id of the user who leads them, or their number.', '1') },
        },
      },
    },
  },
};

/** Changes of a user (RFC 7644, section 3.5.2). */
export const patchBody: Schema = {
  type: 'object',
  required: ['Operations'],
  properties: {
    schemas: { type: 'array', items: { type: 'string', example: SCHEMAS.patch } },
    Operations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['op'],
        properties: {
          op: { type: 'string', enum: ['add', 'remove', 'replace'] },
          path: text('An attribute; those in value where absent.', 'displayName'),
          value: { description: 'Of the attribute, or an object of attributes.', example: 'Ada Lovelace' },
        },
      },
    },
  },
};
