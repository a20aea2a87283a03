import { TOP } from '@pm/kernel';
import { Length } from 'class-validator';
import { PageQuery } from '../http/page.query.js';

export class UnitsQuery extends PageQuery {
  /** Id of the unit above; `top` for the organisation itself. */
  @Length(3, 36)
  parent: string = TOP;
}
