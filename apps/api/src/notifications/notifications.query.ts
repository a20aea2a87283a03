import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../http/page.query.js';

export class NotificationsQuery extends PageQuery {
  /** Only those; all where absent. */
  @IsOptional()
  @IsIn(['unread', 'read'])
  state?: 'unread' | 'read';
}
