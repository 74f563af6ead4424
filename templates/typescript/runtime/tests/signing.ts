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
