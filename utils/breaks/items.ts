import { z } from 'zod';
import { checkedItem } from '../platform/checked-item.ts';
import { breakSettingsSchema } from './schema.ts';

/** What the person set about breaks, on this device alone. */
export const breakSettingsItem = checkedItem(
  'local:breakSettings',
  breakSettingsSchema,
  breakSettingsSchema.parse({}),
);

/** The engine's state between two wakes. Its shape is the engine's to check. */
export const breakStateItem = checkedItem<unknown>('local:breakState', z.unknown(), undefined);
