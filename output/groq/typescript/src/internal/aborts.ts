interface Shared {
  readonly calls: Set<() => void>;
  readonly listener: () => void;
}

// Node warns of a leak where a signal has many listeners, and many calls may share one: each signal gets one of ours.
const known = new WeakMap<AbortSignal, Shared>();

/** Calls a function when the signal is aborted, or now if it is already; what is returned ends that. */
export function onAbort(signal: AbortSignal | null | undefined, call: () => void): () => void {
  if (!signal || signal.aborted) {
    if (signal) call();
    return () => {};
  }
  const shared = known.get(signal) ?? listening(signal);
  shared.calls.add(call);
  return () => {
    if (!shared.calls.delete(call) || shared.calls.size > 0) return;
    signal.removeEventListener('abort', shared.listener);
    known.delete(signal);
  };
}

function listening(signal: AbortSignal): Shared {
  const calls = new Set<() => void>();
  const listener = (): void => {
    for (const call of [...calls]) call();
  };
  signal.addEventListener('abort', listener, { once: true });
  const shared = { calls, listener };
  known.set(signal, shared);
  return shared;
}
