/** Named moments on the way of a request, at which a process can be made to die: see failpoints.ts. */
export const FAILPOINTS = [
  'request arrived',
  'connection asked for',
  'connection got',
  'read sent',
  'read answered',
  'commit before it is sent',
  'commit handed to the driver',
  'commit sent',
  'commit under way',
  'commit answered',
  'response before it is written',
  'response written',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];
