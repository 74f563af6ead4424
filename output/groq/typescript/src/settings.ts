import { CapacityExceededError } from './errors.js';
import type { Settings } from './internal/settings.js';

/** What the runtime is told about this API. */
export const settings: Settings = {
  package: 'groq-sdk',
  version: '0.1.0',
  title: 'GroqCloud API',
  baseURL: 'https://api.groq.com',
  auth: [{ kind: 'bearer', name: 'api_key', option: 'apiKey' }],
  security: [['api_key']],
  variables: {
    baseURL: 'GROQ_BASE_URL',
    log: 'GROQ_LOG',
    headers: 'GROQ_CUSTOM_HEADERS',
    apiKey: 'GROQ_API_KEY',
  },
  retry: {
    attempts: 2,
    statuses: [408, 409, 429, 498],
    serverErrors: true,
    initial: 0.5,
    maximum: 8,
    cap: 120,
  },
  errors: { 498: CapacityExceededError },
};
