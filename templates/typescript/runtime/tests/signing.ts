const KEY = new TextEncoder().encode('the secret of the webhooks');
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/** The secret that webhooks are signed with here. */
export const SECRET = `whsec_${btoa(String.fromCharCode(...KEY))}`;

/** The headers of a request with this body, as the service signs it now. */
export async function signed(payload: string, prefix = 'webhook'): Promise<Record<string, string>> {
  const sent = String(Math.floor(Date.now() / 1000));
  const key = await crypto.subtle.importKey('raw', KEY, HMAC, false, ['sign']);
  const text = new TextEncoder().encode(`msg_1.${sent}.${payload}`);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  return {
    [`${prefix}-id`]: 'msg_1',
    [`${prefix}-timestamp`]: sent,
    [`${prefix}-signature`]: `v1,${btoa(String.fromCharCode(...made))}`,
  };
}

/** How a digest is made, and where it is. */
export interface Digested {
  header: string;
  prefix?: string;
  template?: string;
  timestamp?: string;
  encoding?: 'base64';
}

/** The same where a header holds a digest. */
export async function digested(payload: string, told: Digested): Promise<Record<string, string>> {
  const { header, prefix = '', template = '{body}', timestamp = '' } = told;
  const sent = String(Math.floor(Date.now() / 1000));
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(SECRET), HMAC, false, ['sign']);
  const [before = '', after = ''] = template.replace('{timestamp}', sent).split('{body}');
  const text = encoder.encode(`${before}${payload}${after}`);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  const shown =
    told.encoding === 'base64'
      ? btoa(String.fromCharCode(...made))
      : [...made].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (timestamp.endsWith('=')) return { [header]: `${timestamp}${sent},${prefix}${shown}` };
  return { [header]: `${prefix}${shown}`, ...(timestamp ? { [timestamp]: sent } : {}) };
}
