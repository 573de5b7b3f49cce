/** What of the device a page may ask for: the camera, to read codes. Frames get none of it, and nobody the rest. */
export const PERMISSIONS = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'display-capture', 'usb', 'payment'].map((feature) => `${feature}=()`),
].join(', ');

/**
 * What a page of the console may load: its own files and nothing else, no inline script or style. Where people sign in with
 * an identity provider, the page may also ask that one for its token.
 */
export function consolePolicy(issuer: string | null): string {
  const provider = issuer === null ? '' : ` ${new URL(issuer).origin}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self'${provider}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}
