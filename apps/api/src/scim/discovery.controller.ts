import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PROVIDER_CONFIG, USER_SCHEMAS, USER_TYPE } from './discovery.js';
import { SCHEMAS } from './schemas.js';
import { ScimEndpoint } from './scim-endpoint.decorator.js';

const Tells = (summary: string): MethodDecorator =>
  applyDecorators(ScimEndpoint(summary), ApiOkResponse({ schema: { type: 'object' } }));

/** What a client of SCIM asks before it begins (RFC 7644, section 4). */
@Controller('scim/v2')
export class ScimDiscoveryController {
  @Get('ServiceProviderConfig')
  @Tells('What of SCIM is spoken')
  config(): object {
    return PROVIDER_CONFIG;
  }

  @Get('ResourceTypes')
  @Tells('What can be provisioned: users')
  types(): object {
    return listOf([USER_TYPE]);
  }

  @Get('Schemas')
  @Tells('The attributes of a user that are kept')
  schemas(): object {
    return listOf(USER_SCHEMAS);
  }

  @Get('Groups')
  @Tells('No groups: some clients ask before they import users')
  groups(): object {
    return listOf([]);
  }
}

const listOf = (Resources: readonly object[]): object => ({
  schemas: [SCHEMAS.list],
  totalResults: Resources.length,
  startIndex: 1,
  itemsPerPage: Resources.length,
  Resources,
});
